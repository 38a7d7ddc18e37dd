package dev.feierabend.core.forecasting.proposals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The hours of the local week, 0 (Monday, midnight) to 167, as each of the weeks saw them.
final class TypicalWeek {
  private static final Duration HOUR = Duration.ofHours(1);

  /// What one week saw in one of its hours, from the best to the worst. An hour that the clocks
  /// skipped is unknown, of one that they showed twice the worse counts.
  private enum Seen {
    NOTHING_YET,
    QUIET,
    UNKNOWN,
    BUSY
  }

  private final Seen[][] weeks = new Seen[Weeks.COUNT][Weeks.HOURS];

  private TypicalWeek() {
    for (Seen[] week : weeks) {
      Arrays.fill(week, Seen.NOTHING_YET);
    }
  }

  static TypicalWeek of(PoolRecord record, Rhythm rhythm, ZoneId zone) {
    var typical = new TypicalWeek();
    Instant begin = record.from().atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    for (int hour = 0; hour < Weeks.COUNT * Weeks.HOURS; hour++) {
      Instant from = begin.plus(HOUR.multipliedBy(hour));
      ZonedDateTime local = from.atZone(zone);
      int ofWeek = (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
      typical.see(
          hour / Weeks.HOURS, ofWeek, seen(record.known(from, from.plus(HOUR)), rhythm, from));
    }
    return typical;
  }

  private void see(int week, int hour, Seen seen) {
    if (seen.compareTo(weeks[week][hour]) > 0) {
      weeks[week][hour] = seen;
    }
  }

  private static Seen seen(List<Interval> intervals, Rhythm rhythm, Instant from) {
    if (intervals.stream().anyMatch(interval -> !rhythm.isQuiet(interval))) {
      return Seen.BUSY;
    }
    Duration known =
        intervals.stream()
            .map(interval -> interval.within(from, from.plus(HOUR)))
            .reduce(Duration.ZERO, Duration::plus);
    return known.compareTo(HOUR) < 0 ? Seen.UNKNOWN : Seen.QUIET;
  }

  /// True where no more weeks than an exception knew it otherwise than quiet; what is unknown
  /// counts as busy.
  boolean isQuiet(int hour) {
    return IntStream.range(0, Weeks.COUNT).filter(w -> weeks[w][hour] != Seen.QUIET).count()
        <= Weeks.EXCEPTIONS;
  }

  /// In how many weeks it was busy.
  int busyWeeks(int hour) {
    return busyWeeks(new Window(hour, 1));
  }

  /// In how many weeks any hour of the window was busy.
  int busyWeeks(Window window) {
    return (int)
        IntStream.range(0, Weeks.COUNT)
            .filter(w -> window.hours().anyMatch(hour -> weeks[w][hour] == Seen.BUSY))
            .count();
  }
}
