package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import java.util.BitSet;
import java.util.Optional;

/// Whether every commit without events is one whose events the history says are in an archive.
/// Archives follow each other without a gap, so they end at one commit.
final class ArchiveCheck {
  private final BitSet without = new BitSet();
  private long last;

  /// Asked about each commit in order.
  void take(Commit commit) {
    if (commit.isArchived()) {
      without.set(Math.toIntExact(commit.number()));
    }
  }

  /// @param signed how far the history was signed before
  boolean follows(PeriodArchived period, long signed) {
    boolean follows =
        period.first() == last + 1 && period.last() >= period.first() && period.last() <= signed;
    last = follows ? period.last() : last;
    return follows;
  }

  /// How many commits have no events.
  long count() {
    return without.cardinality();
  }

  /// The first without events that no archive can hold.
  Optional<Long> unaccounted() {
    return Optional.of((long) without.nextSetBit(Math.toIntExact(last + 1))).filter(at -> at > 0);
  }
}
