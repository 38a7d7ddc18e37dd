package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/// The default log: one MVStore file in a directory of its own, flushed to the disk before a commit
/// is acknowledged. One process at a time has it open, one thread at a time appends.
public final class EmbeddedCommitLog implements CommitLog {
  private final EmbeddedHome home;
  private final HeadKeeper heads;
  private final InstantSource clock;
  private EmbeddedStore store;
  private CommitChain chain;
  private boolean appended;

  EmbeddedCommitLog(EmbeddedHome home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
    this.store = home.open();
    try {
      this.heads = home.heads();
      this.chain = Heads.checked(store, heads.kept());
    } catch (Outage e) {
      store.abandon();
      throw e;
    }
  }

  /// Opens or begins the journal in `directory`.
  ///
  /// @throws CorruptJournal where the store holds less than was acknowledged
  /// @throws Outage where another process has it open, or the directory refuses
  public static EmbeddedCommitLog open(Path directory, InstantSource clock) {
    return new EmbeddedCommitLog(new EmbeddedHome.Directory(directory, true).begun(), clock);
  }

  /// The same without flushing each commit, for simulations and rehearsals: a power cut may take
  /// the journal, a kill may not.
  public static EmbeddedCommitLog unflushed(Path directory, InstantSource clock) {
    return new EmbeddedCommitLog(new EmbeddedHome.Directory(directory, false).begun(), clock);
  }

  public static EmbeddedCommitLog inMemory(InstantSource clock) {
    return new EmbeddedCommitLog(new EmbeddedHome.Memory(), clock);
  }

  @Override
  public synchronized Head head() {
    return chain.head();
  }

  @Override
  public synchronized Commit append(Owner owner, List<StoredEvent> events) {
    reopenWhereClosed();
    refuseTaken(events);
    var commit = chain.next(clock, owner, store.lastOf(owner), events);
    try {
      store.put(commit, events);
      store.persist(home.flushed());
    } catch (MVStoreException e) {
      store.abandon();
      throw new Outage(
          "The journal cannot be written: %s; free the disk, what was acknowledged is safe"
              .formatted(e.getMessage()),
          e);
    }
    chain = CommitChain.after(commit);
    appended = true;
    heads.keep(commit.head());
    return commit;
  }

  private void refuseTaken(List<StoredEvent> events) {
    Places.ofAll(events);
    events.stream()
        .filter(store::holds)
        .findFirst()
        .ifPresent(event -> {
          throw new SequenceTaken(event.aggregate(), event.sequence());
        });
  }

  @Override
  public synchronized Stream<Commit> from(long number) {
    return LongStream.rangeClosed(Math.max(1, number), chain.head().number()).mapToObj(this::read);
  }

  private synchronized Commit read(long number) {
    reopenWhereClosed();
    return Heads.commit(store, number);
  }

  @Override
  public synchronized List<Commit> aggregate(String aggregate, long sequence) {
    reopenWhereClosed();
    return store.numbersOf(aggregate, sequence).stream().map(this::read).toList();
  }

  /// After a refused write the store has closed itself; whether that write was kept is seen now.
  private void reopenWhereClosed() {
    if (store.isClosed()) {
      store = home.open();
      chain = Heads.checked(store, heads.kept());
    }
  }

  /// Compacts the file where something was appended.
  @Override
  public synchronized void close() {
    if (store.isClosed()) {
      return;
    }
    try (heads) {
      home.close(store, appended);
    }
  }
}
