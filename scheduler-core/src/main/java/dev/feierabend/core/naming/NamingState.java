package dev.feierabend.core.naming;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.naming.NamingCommand.ErasePerson;
import dev.feierabend.core.naming.NamingCommand.NamePerson;
import dev.feierabend.core.naming.NamingEvent.PersonErased;
import dev.feierabend.core.naming.NamingEvent.PersonNamed;

/// Whose one pseudonym is.
sealed interface NamingState {
  static NamingState none() {
    return new Nobody();
  }

  record Nobody() implements NamingState {}

  record Somebody(String commitment) implements NamingState {}

  record Erased() implements NamingState {}

  default Decision decide(NamingCommand command) {
    return switch (command) {
      case NamePerson name -> decide(name);
      case ErasePerson erase -> decide(erase);
    };
  }

  private Decision decide(NamePerson name) {
    return switch (this) {
      case Somebody(var commitment) when commitment.equals(name.commitment()) -> Decision.nothing();
      case Nobody _, Somebody _ ->
          Decision.of(new PersonNamed(name.actor(), name.commitment(), name.at()));
      case Erased _ ->
          Decision.reject(
              "person-erased",
              "Expected a pseudonym that may have a name but %s was erased; give the person another"
                  .formatted(name.actor()));
    };
  }

  private Decision decide(ErasePerson erase) {
    return switch (this) {
      case Somebody _ -> Decision.of(new PersonErased(erase.actor(), erase.by(), erase.at()));
      case Nobody _ ->
          Decision.reject(
              "no-person",
              "Expected somebody with a name but %s has none".formatted(erase.actor()));
      case Erased _ -> Decision.nothing();
    };
  }

  default NamingState evolve(NamingEvent event) {
    return switch (event) {
      case PersonNamed(_, var commitment, _) -> new Somebody(commitment);
      case PersonErased _ -> new Erased();
    };
  }
}
