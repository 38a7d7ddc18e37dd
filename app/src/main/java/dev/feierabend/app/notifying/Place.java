package dev.feierabend.app.notifying;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An event's place in the history, and its name outside: `1234-0` is the first of commit 1234.
record Place(long commit, int index) implements Comparable<Place> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");
  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::commit).thenComparingInt(Place::index);

  /// Behind all of a commit's events.
  static Place endOf(long commit) {
    return new Place(commit, 999_999_999);
  }

  /// Behind all that was recorded before `time`. A log's times never go back.
  static Place before(CommitLog log, Instant time) {
    long first = 1;
    long last = log.head().number() + 1;
    while (first < last) {
      long middle = (first + last) >>> 1;
      if (timeOf(log, middle).isBefore(time)) {
        first = middle + 1;
      } else {
        last = middle;
      }
    }
    return endOf(first - 1);
  }

  private static Instant timeOf(CommitLog log, long number) {
    try (Stream<Commit> commits = log.from(number)) {
      return commits.findFirst().map(commit -> commit.header().time()).orElse(Instant.MAX);
    }
  }

  /// Empty where `text` is none.
  static Optional<Place> parse(String text) {
    var parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new Place(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return commit + "-" + index;
  }
}
