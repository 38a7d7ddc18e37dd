package dev.feierabend.core.journal;

/// In memory, "opened again" means the same log: there is nothing else that could hold it.
class MemoryCommitLogTest extends CommitLogContract {
  private final CommitLog log = EmbeddedCommitLog.inMemory(clock);

  @Override
  CommitLog open() {
    return new StaysOpen(log);
  }
}
