package dev.feierabend.policies.comparison;

import java.time.Duration;

/// How much time goes to sleep and how much wakes.
public record Shift(Duration asleep, Duration awake) {
  public static final Shift NONE = new Shift(Duration.ZERO, Duration.ZERO);

  static Shift of(boolean asleep, Duration length) {
    return asleep ? new Shift(length, Duration.ZERO) : new Shift(Duration.ZERO, length);
  }

  public Shift plus(Shift other) {
    return new Shift(asleep.plus(other.asleep), awake.plus(other.awake));
  }
}
