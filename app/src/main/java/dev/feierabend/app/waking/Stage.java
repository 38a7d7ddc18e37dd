package dev.feierabend.app.waking;

import java.time.Instant;

/// How far a host has come.
sealed interface Stage {
  /// It is looked at from then on.
  record Resting(Instant until) implements Stage {}

  /// It is being looked at.
  record Looking() implements Stage {}

  /// It is off and waits for its turn.
  record Waiting() implements Stage {}

  /// It is being switched on.
  record Pressing() implements Stage {}

  /// It was switched on, and is looked at from `look` on; it has its turn up to `until`.
  record Settling(Instant look, Instant until) implements Stage {}

  /// It was switched on and is being looked at.
  record Watching(Instant until) implements Stage {}

  record Done(Fate fate) implements Stage {}

  /// Whether it takes one of the turns.
  default boolean hasTurn() {
    return switch (this) {
      case Pressing _, Settling _, Watching _ -> true;
      case Resting _, Looking _, Waiting _, Done _ -> false;
    };
  }
}
