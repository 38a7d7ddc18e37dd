package dev.feierabend.console.api;

import dev.feierabend.core.naming.Registrar;

/// Whose a pseudonym is; `bound`: the journal holds a commitment to exactly this name.
public record PersonView(String actor, String name, boolean bound) {
  public static PersonView of(Registrar.Person person) {
    return new PersonView(person.actor(), person.name(), person.bound());
  }
}
