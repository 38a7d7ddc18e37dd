package dev.feierabend.policies.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// What a policy wants over a stretch of time, `from` and `to` inclusive: its verdicts in order,
/// each with the instant since which it holds and different from the one before. The first may hold
/// since before `from`.
record Course(Instant from, Instant to, List<Transition> verdicts) {
  Course {
    verdicts = List.copyOf(verdicts);
  }

  static Course of(Instant from, Instant to, NavigableMap<Instant, Verdict> painted) {
    var verdicts = new ArrayList<Transition>();
    painted
        .subMap(painted.floorKey(from), true, to, true)
        .forEach((at, verdict) -> {
          if (verdicts.isEmpty() || !verdicts.getLast().verdict().equals(verdict)) {
            verdicts.add(new Transition(at, verdict));
          }
        });
    return new Course(from, to, verdicts);
  }

  boolean covers(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  Verdict at(Instant at) {
    return verdicts.get(index(at)).verdict();
  }

  /// In order, after `first` and up to `last`.
  List<Transition> between(Instant first, Instant last) {
    return verdicts.subList(index(first) + 1, index(last) + 1);
  }

  /// Which verdict holds at an instant that the course covers.
  private int index(Instant at) {
    int low = 0;
    int high = verdicts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (verdicts.get(middle).at().isAfter(at)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }
}
