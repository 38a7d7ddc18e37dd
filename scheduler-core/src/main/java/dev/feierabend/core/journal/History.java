package dev.feierabend.core.journal;

import java.util.Optional;
import java.util.stream.Stream;

/// A history that is read as it lies there and never written to. It vouches for nothing: what it
/// gives may be damaged.
///
/// Every method throws a [dev.feierabend.core.kernel.Outage] where the store can't be reached.
public interface History extends AutoCloseable {
  /// The commit of this number; empty where there is none.
  ///
  /// @throws CorruptJournal where it cannot be read
  Optional<Commit> commit(long number);

  /// All commits, in order, up to the first that isn't there.
  ///
  /// @throws CorruptJournal where one of them cannot be read, once it is reached
  Stream<Commit> commits();

  @Override
  void close();
}
