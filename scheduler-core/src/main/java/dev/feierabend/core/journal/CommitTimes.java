package dev.feierabend.core.journal;

import java.time.Instant;
import java.util.stream.Stream;

/// Finds commits by their time. A log's time never goes back, so halving finds them in some twenty
/// reads of a million.
public record CommitTimes(CommitLog log) {

  /// The first commit at or after `instant`; one past the end where there is none.
  public long firstSince(Instant instant) {
    long low = 1;
    long high = log.head().number() + 1;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (of(middle).isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// When a commit was made.
  ///
  /// @throws IllegalStateException where there is none of that number
  public Instant of(long number) {
    try (Stream<Commit> commits = log.from(number)) {
      return commits
          .findFirst()
          .map(commit -> commit.header().time())
          .orElseThrow(() -> new IllegalStateException("Expected commit " + number));
    }
  }
}
