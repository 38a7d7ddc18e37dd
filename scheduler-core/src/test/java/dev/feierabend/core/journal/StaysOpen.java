package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.stream.Stream;

/// A log that its user can't close.
class StaysOpen implements CommitLog {
  private final CommitLog log;

  StaysOpen(CommitLog log) {
    this.log = log;
  }

  @Override
  public Head head() {
    return log.head();
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    return log.append(owner, events);
  }

  @Override
  public Stream<Commit> from(long number) {
    return log.from(number);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    return log.aggregate(aggregate, sequence);
  }

  @Override
  public void close() {}
}
