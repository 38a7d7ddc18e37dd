package dev.feierabend.policies.language;

import java.time.Duration;

/// A stretch of every week, from inclusive, to exclusive; it may run over the week's end. `line` is
/// where it stands in the document, so that a sleep can be explained by it.
public record WeeklyInterval(WeekTime from, WeekTime to, int line) {
  public WeeklyInterval {
    if (from.equals(to)) {
      throw new IllegalArgumentException("Expected an end other than the beginning " + from);
    }
  }

  /// By the clock on the wall, whatever daylight saving does to it.
  public Duration length() {
    return Duration.ofMinutes(minutes(from, to));
  }

  public boolean overlaps(WeeklyInterval other) {
    return minutes(from, other.from) < minutes(from, to)
        || minutes(other.from, from) < minutes(other.from, other.to);
  }

  private static int minutes(WeekTime from, WeekTime to) {
    return Math.floorMod(to.minuteOfWeek() - from.minuteOfWeek(), WeekTime.MINUTES_A_WEEK);
  }

  @Override
  public String toString() {
    return from + " → " + to;
  }
}
