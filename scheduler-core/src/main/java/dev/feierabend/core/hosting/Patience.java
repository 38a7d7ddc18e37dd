package dev.feierabend.core.hosting;

import java.time.Duration;

/// How long a guest may take to shut down, and what becomes of it if it doesn't. That a guest is
/// switched off under its operating system is somebody's decision, never a consequence.
public record Patience(Duration deadline, Afterwards afterwards) {
  public Patience {
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException(
          "Expected a deadline of more than nothing but found " + deadline);
    }
  }

  public enum Afterwards {
    /// It stays on, and the shutdown counts as refused.
    STAYS_ON,
    /// It is switched off.
    IS_SWITCHED_OFF
  }

  /// Waits, and leaves on whatever doesn't go by itself.
  public static Patience of(Duration deadline) {
    return new Patience(deadline, Afterwards.STAYS_ON);
  }
}
