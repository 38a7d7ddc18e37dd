package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.stream.Stream;

/// Where commits are kept: a chain without holes that only grows. A log stamps commits with its own
/// clock, and that time never goes back.
public interface CommitLog extends AutoCloseable {
  /// The last commit's number and hash; [Head#GENESIS] of an empty log.
  Head head();

  /// Seals `events` into the next commit and returns only once it is kept for good.
  ///
  /// @throws SequenceTaken where one of the events' places in its aggregate is taken: nothing is
  ///   kept
  /// @throws dev.feierabend.core.kernel.Outage where the store refuses; whether the commit was kept
  ///   is then seen by reading
  Commit append(Owner owner, List<StoredEvent> events);

  /// Commits from `number` on, in order, as far as there are any now. To be closed.
  Stream<Commit> from(long number);

  /// The commits that hold events of `aggregate` from `sequence` on, in order.
  List<Commit> aggregate(String aggregate, long sequence);

  @Override
  void close();
}
