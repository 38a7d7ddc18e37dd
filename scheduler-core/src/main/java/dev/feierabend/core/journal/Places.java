package dev.feierabend.core.journal;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/// An event's place, aggregate and sequence, as a key whose text order is sequence order.
final class Places {
  private Places() {}

  /// Ids have no space, so no aggregate's places lie between another's.
  static String of(String aggregate, long sequence) {
    if (aggregate.indexOf(' ') >= 0) {
      throw new IllegalArgumentException(
          "Expected an aggregate's id without a space but found \"%s\"".formatted(aggregate));
    }
    return aggregate + " " + HexFormat.of().toHexDigits(sequence);
  }

  static String of(StoredEvent event) {
    return of(event.aggregate(), event.sequence());
  }

  /// Those that `commit` takes, whether or not its events have moved to an archive.
  static List<String> of(Commit commit) {
    return commit.places().stream().map(place -> of(place.aggregate(), place.sequence())).toList();
  }

  /// @throws SequenceTaken where two events want the same place
  static List<String> ofAll(List<StoredEvent> events) {
    var taken = new HashSet<String>();
    for (var event : events) {
      if (!taken.add(of(event))) {
        throw new SequenceTaken(event.aggregate(), event.sequence());
      }
    }
    return of(events);
  }

  static List<String> of(List<StoredEvent> events) {
    return events.stream().map(Places::of).toList();
  }
}
