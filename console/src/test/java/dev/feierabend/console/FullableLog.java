package dev.feierabend.console;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.stream.Stream;

/// A log whose disk a test can fill.
public final class FullableLog implements CommitLog {
  private final CommitLog log;
  public volatile boolean full;

  FullableLog(CommitLog log) {
    this.log = log;
  }

  @Override
  public Head head() {
    return log.head();
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    if (full) {
      throw new Outage("The disk is full");
    }
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
  public void close() {
    log.close();
  }
}
