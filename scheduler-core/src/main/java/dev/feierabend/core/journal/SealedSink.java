package dev.feierabend.core.journal;

import java.util.List;

/// A store that takes commits as they were sealed elsewhere, with their numbers and hashes: for
/// copies of a history and nothing else. Nobody appends to it meanwhile.
public interface SealedSink extends AutoCloseable {
  /// The last commit that is there.
  Head head();

  /// Returns once they are kept for good.
  ///
  /// @param commits those that follow the last one, in order
  /// @throws dev.feierabend.core.kernel.Outage where the store refuses; what is kept is seen by
  ///   asking for the head
  void take(List<Commit> commits);

  @Override
  void close();
}
