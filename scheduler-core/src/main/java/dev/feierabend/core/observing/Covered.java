package dev.feierabend.core.observing;

import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much of a pool was seen: by day (of UTC, counted from 1970) the seconds that there were to
/// record, gaps included, and those of them that were, each weighed by the share of members that
/// reported.
///
/// @param until the end of the last interval that is recorded
public record Covered(Instant until, SortedMap<Long, Seconds> days) {
  /// @param seen at most `all`
  public record Seconds(double all, double seen) {
    Seconds plus(Seconds other) {
      return new Seconds(all + other.all, seen + other.seen);
    }
  }

  static final Covered NOTHING = new Covered(Instant.MIN, new TreeMap<>());

  /// What lies further back than is kept is no gap, but a beginning.
  Covered with(UtilisationRecorded event) {
    Instant oldest = event.from().minus(UtilisationHistory.KEPT);
    Instant begin = until.isBefore(oldest) ? event.from() : until;
    double length = Duration.between(event.from(), event.to()).toSeconds();
    double all = Duration.between(begin, event.to()).toSeconds();
    var more = new TreeMap<>(days.tailMap(UtilisationHistory.day(oldest)));
    more.merge(
        UtilisationHistory.day(event.from()),
        new Seconds(all, length * event.coverage()),
        Seconds::plus);
    return new Covered(event.to(), more);
  }

  /// The share that was seen since then, in whole days, 0 to 1; nothing where nothing was recorded.
  double share(Instant since) {
    Seconds sum =
        days.tailMap(UtilisationHistory.day(since)).values().stream()
            .reduce(new Seconds(0, 0), Seconds::plus);
    return sum.all() > 0 ? sum.seen() / sum.all() : 0;
  }
}
