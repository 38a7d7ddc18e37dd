package dev.feierabend.app.waking;

import java.time.Duration;

/// How fast hosts are woken.
///
/// @param atOnce how many may be on their way from being asked to being seen on: feeds bear so much
/// @param settle how long one may take for that before another one has its turn
/// @param look how often it is looked at meanwhile
/// @param pause how long a host is left alone after the first failure; twice as long after the
///   next, up to `LONGEST`
/// @param grace how long those that are needed later wait for the first word of those before them
/// @param within how long it is tried at all
public record Pace(
    int atOnce, Duration settle, Duration look, Duration pause, Duration grace, Duration within) {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 10;

  public Pace {
    if (atOnce < 1 || !within.isPositive() || !look.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException(
          "Expected at least one host at once and a time to try but found %d and %s"
              .formatted(atOnce, within));
    }
  }

  /// The usual one.
  public static Pace of(int atOnce, Duration within) {
    return new Pace(
        atOnce,
        Duration.ofSeconds(90),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        within);
  }

  Duration after(int failures) {
    Duration longer = pause.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    return longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
  }
}
