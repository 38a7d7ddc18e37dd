package dev.feierabend.core.planning;

import java.time.Duration;

/// How far hosts are trusted to wake.
///
/// @param required whether a host must have come back from a drill, or a night, before it may sleep
/// @param maxAge how long that counts
/// @param settle how long a host is off in a drill before it is woken
public record Drilling(boolean required, Duration maxAge, Duration settle) {
  public static final Drilling REQUIRED =
      new Drilling(true, Duration.ofDays(180), Duration.ofMinutes(5));

  /// Every host is trusted.
  public static final Drilling NONE = new Drilling(false, REQUIRED.maxAge(), REQUIRED.settle());

  public Drilling {
    if (!maxAge.isPositive() || settle.isNegative()) {
      throw new IllegalArgumentException(
          "Expected at feierabend.drills a max-age above PT0S and a settle of at least PT0S but "
              + "found %s and %s".formatted(maxAge, settle));
    }
  }
}
