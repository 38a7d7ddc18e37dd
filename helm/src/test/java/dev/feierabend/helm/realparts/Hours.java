package dev.feierabend.helm.realparts;

import java.time.Duration;
import java.time.Instant;

/// One night's instants, Berlin's 20:00 to 06:00; half an hour before its end everything is woken.
record Hours(Instant evening) {
  private static final Instant FIRST = Instant.parse("2026-11-23T19:00:00Z");
  private static final Duration BEFORE_WAKE = Duration.ofMinutes(570);
  private static final Duration LEAD = Duration.ofMinutes(30);
  private static final Duration AFTERNOON = Duration.ofHours(2);
  private static final Duration A_MOMENT = Duration.ofSeconds(3);

  static Hours of(int night) {
    return new Hours(FIRST.plus(Duration.ofDays(night)));
  }

  Instant afternoon() {
    return evening.minus(AFTERNOON);
  }

  Instant dusk() {
    return evening.minus(A_MOMENT);
  }

  Instant wake() {
    return evening.plus(BEFORE_WAKE);
  }

  Instant dawn() {
    return wake().minus(A_MOMENT);
  }

  Instant readyBy() {
    return wake().plus(LEAD);
  }
}
