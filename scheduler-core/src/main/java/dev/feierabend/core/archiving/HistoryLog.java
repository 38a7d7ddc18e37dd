package dev.feierabend.core.archiving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A history as a log that is only read from its beginning on; it stays open.
///
/// @param as what is made of each commit
record HistoryLog(History history, Head head, UnaryOperator<Commit> as) implements CommitLog {
  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    throw new UnsupportedOperationException("Nothing is appended to what is only rehearsed");
  }

  @Override
  public Stream<Commit> from(long number) {
    return history.commits().dropWhile(commit -> commit.number() < number).map(as);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    throw new UnsupportedOperationException("Nothing is decided on what is only rehearsed");
  }

  @Override
  public void close() {}
}
