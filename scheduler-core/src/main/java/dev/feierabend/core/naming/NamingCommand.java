package dev.feierabend.core.naming;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;

/// What is asked about one pseudonym.
public sealed interface NamingCommand extends Command {
  ActorId actor();

  static String target(ActorId actor) {
    return "person/" + actor;
  }

  @Override
  default String target() {
    return target(actor());
  }

  /// Binds a name to a pseudonym, or another name where the person changed it.
  record NamePerson(ActorId actor, String commitment, Instant at) implements NamingCommand {}

  record ErasePerson(ActorId actor, ActorId by, Instant at) implements NamingCommand {}
}
