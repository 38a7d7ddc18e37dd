package dev.feierabend.app.waking;

import java.time.Duration;

/// What became of a host.
public sealed interface Fate {
  /// It was on before anybody asked.
  record WasOn() implements Fate {}

  /// It was asked for and seen on.
  record Woken(Duration after) implements Fate {}

  /// A packet was sent that nothing answers: only its system tells whether it woke.
  record Sent() implements Fate {}

  /// It wasn't seen on, at last for this reason.
  record Left(String because) implements Fate {}

  /// Whether it is known to be on.
  default boolean good() {
    return switch (this) {
      case WasOn _, Woken _ -> true;
      case Sent _, Left _ -> false;
    };
  }
}
