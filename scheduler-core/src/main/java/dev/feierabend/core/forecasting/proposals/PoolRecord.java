package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One pool's last four weeks, as they were recorded.
final class PoolRecord {
  /// Of an interval of which less was seen nothing is known.
  static final double LEAST_COVERAGE = 0.9;

  private final Members members = new Members();
  private final NavigableMap<Instant, Interval> intervals = new TreeMap<>();

  void tell(UtilisationRecorded event, List<Sample> samples) {
    intervals.put(event.from(), Interval.of(event, samples, members));
    intervals.headMap(event.to().minus(Weeks.LENGTH)).clear();
  }

  int members() {
    return members.size();
  }

  /// The end of the last interval.
  Instant until() {
    return intervals.lastEntry().getValue().to();
  }

  Instant from() {
    return until().minus(Weeks.LENGTH);
  }

  /// In order, those of which enough was seen.
  List<Interval> known() {
    return known(intervals.values());
  }

  /// Those that touch a time.
  List<Interval> known(Instant begin, Instant end) {
    Instant first = intervals.floorKey(begin);
    var touching = intervals.subMap(first == null ? begin : first, true, end, false).values();
    return known(touching).stream().filter(it -> it.to().isAfter(begin)).toList();
  }

  private static List<Interval> known(Collection<Interval> some) {
    return some.stream().filter(it -> it.coverage() >= LEAST_COVERAGE).toList();
  }

  /// The hours that are known.
  double knownHours() {
    return known().stream().mapToDouble(it -> Weeks.hours(it.length())).sum();
  }
}
