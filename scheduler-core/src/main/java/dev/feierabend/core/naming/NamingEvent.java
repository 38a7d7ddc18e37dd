package dev.feierabend.core.naming;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;

/// Whose a pseudonym is, without saying who that is.
public sealed interface NamingEvent extends JournalEvent {
  ActorId actor();

  @Override
  default Owner owner() {
    return Owner.OPERATOR;
  }

  @Override
  default String aggregate() {
    return NamingCommand.target(actor());
  }

  /// The directory of names knows `actor`; `commitment` binds what it says ([KnownName]).
  record PersonNamed(ActorId actor, String commitment, Instant at) implements NamingEvent {}

  /// The directory forgot `actor`, for good: the pseudonym is nobody's from now on.
  record PersonErased(ActorId actor, ActorId by, Instant at) implements NamingEvent {}
}
