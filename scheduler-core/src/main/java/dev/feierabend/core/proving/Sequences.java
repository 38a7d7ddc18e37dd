package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EventPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/// Whether each aggregate's events are numbered without holes. What [NextSequences] finds out of
/// turn is counted again, exactly, from the beginning: mostly a hole, which ends the examination.
final class Sequences {
  private final NextSequences next;
  private final LongFunction<Stream<Commit>> before;
  private final Map<String, Long> counted = new HashMap<>();

  Sequences(NextSequences next, LongFunction<Stream<Commit>> before) {
    this.next = next;
    this.before = before;
  }

  /// @param before the commits in front of one, all of which were examined
  static Sequences in(LongFunction<Stream<Commit>> before) {
    return new Sequences(NextSequences.secretly(), before);
  }

  /// An event, and the number that was due in its place.
  record Hole(EventPlace found, long due) {}

  /// The first of a commit's events that is out of turn. To be asked about each commit, in order.
  Optional<Hole> in(long commit, List<EventPlace> places) {
    for (int i = 0; i < places.size(); i++) {
      var place = places.get(i);
      long due = due(commit, places.subList(0, i), place);
      if (due != place.sequence()) {
        return Optional.of(new Hole(place, due));
      }
    }
    return Optional.empty();
  }

  private long due(long commit, List<EventPlace> sameCommit, EventPlace place) {
    var aggregate = place.aggregate();
    long due = next.take(aggregate);
    var exact = Optional.ofNullable(counted.get(aggregate));
    if (exact.isEmpty() && due == place.sequence()) {
      return due;
    }
    long found = exact.orElseGet(() -> count(aggregate, commit, sameCommit));
    counted.put(aggregate, found + 1);
    return found;
  }

  private long count(String aggregate, long commit, List<EventPlace> sameCommit) {
    try (var earlier = before.apply(commit)) {
      return Stream.concat(earlier.flatMap(one -> one.places().stream()), sameCommit.stream())
          .filter(place -> place.aggregate().equals(aggregate))
          .count();
    }
  }
}
