package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import java.time.InstantSource;
import java.util.List;
import org.h2.mvstore.MVStoreException;

/// An open store and the end of the chain in it. What is stored can be read once it is `seen`.
/// Readers wait while a group is written, not while it is flushed.
final class StoredChain {
  private final EmbeddedHome home;
  private final HeadKeeper heads;
  private EmbeddedStore store;
  private CommitChain end;
  private Head seen;
  private boolean appended;

  /// @throws CorruptJournal where the store holds less than was acknowledged
  StoredChain(EmbeddedHome home) {
    this.home = home;
    this.store = home.open();
    try {
      this.heads = home.heads();
      this.end = Heads.checked(store, heads.kept());
      this.seen = end.head();
    } catch (Outage e) {
      store.abandon();
      throw e;
    }
  }

  /// Stores the group's commits, all or none; returns once they would outlive a power cut.
  ///
  /// @throws Outage where the store refuses; whether the group was stored is seen when it is read
  ///   next
  void store(CommitGroup group, InstantSource clock) {
    var into = opened();
    try {
      write(group, into, clock);
      if (home.flushed() && group.head().isPresent()) {
        into.sync();
      }
    } catch (MVStoreException e) {
      abandon(into);
      throw new Outage(
          "The journal cannot be written: %s; free the disk, what was acknowledged is safe"
              .formatted(e.getMessage()),
          e);
    } catch (Throwable e) {
      abandon(into);
      throw e;
    }
  }

  private synchronized void write(CommitGroup group, EmbeddedStore into, InstantSource clock) {
    end = group.putInto(into, end, clock);
    if (group.head().isPresent()) {
      into.commit();
      appended = true;
    }
  }

  private synchronized void abandon(EmbeddedStore refusing) {
    refusing.abandon();
  }

  /// Keeps the head of what is stored beside the store, then lets it be read, even where its head
  /// is refused: it is there.
  void keep(Head head) {
    try {
      heads.keep(head);
    } finally {
      see(head);
    }
  }

  private synchronized void see(Head head) {
    if (head.number() > seen.number()) {
      seen = head;
    }
  }

  synchronized Head seen() {
    return seen;
  }

  synchronized Commit read(long number) {
    return Heads.commit(opened(), number);
  }

  synchronized List<Long> numbersOf(String aggregate, long sequence) {
    return List.copyOf(opened().numbersOf(aggregate, sequence).headSet(seen.number() + 1));
  }

  /// After a refused write the store has closed itself; whether that write was kept is seen now.
  private synchronized EmbeddedStore opened() {
    if (store.isClosed()) {
      store = home.open();
      end = Heads.checked(store, heads.kept());
      see(end.head());
    }
    return store;
  }

  /// Compacts the file where something was appended.
  synchronized void close() {
    if (store.isClosed()) {
      return;
    }
    try (heads) {
      home.close(store, appended);
    }
  }
}
