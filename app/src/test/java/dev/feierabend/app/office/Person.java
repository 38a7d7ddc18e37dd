package dev.feierabend.app.office;

import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.policies.terms.ActorId;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Who visits an office in tests; each one's password is its name.
enum Person {
  PETRA("platform-team", "actor-17"),
  KARL("customer", "actor-4"),
  KLARA("customer", "actor-6"),
  VERA("staff", "actor-5");

  private final String role;
  private final String actor;

  Person(String role, String actor) {
    this.role = role;
    this.actor = actor;
  }

  ActorId actor() {
    return new ActorId(actor);
  }

  Clerk.Asker asker() {
    return new Clerk.Asker(actor(), this == PETRA);
  }

  Login login() {
    return new Login(name(), name());
  }

  /// All of them, as a service's settings name its users.
  static String users() {
    return Arrays.stream(values())
        .map(person ->
            "    - {name: %1$s, password: \"{noop}%1$s\", role: %2$s, tenants: [%3$s], actor: %4$s}\n"
                .formatted(person, person.role, person == PETRA ? "" : "ahausen", person.actor))
        .collect(Collectors.joining());
  }
}
