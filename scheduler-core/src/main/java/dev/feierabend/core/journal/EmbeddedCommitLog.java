package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The default log: one MVStore file in a directory of its own, flushed to the disk before a commit
/// is acknowledged. One process at a time has it open; threads that append while another's commits
/// are flushed share the next flush.
///
/// A group of commits is stored, then its head is kept beside the store, then it is read and
/// acknowledged. While one group's head is kept the next is stored already: the store may run ahead
/// of the head, never the head of the store.
public final class EmbeddedCommitLog implements CommitLog {
  private final Queue<PendingCommit> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock storing = new ReentrantLock();

  /// Taken before `storing` is let go of, so that groups are acknowledged in their order.
  private final ReentrantLock keeping = new ReentrantLock();

  private final StoredChain chain;
  private final InstantSource clock;

  EmbeddedCommitLog(EmbeddedHome home, InstantSource clock) {
    this.chain = new StoredChain(home);
    this.clock = clock;
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
  public Head head() {
    return chain.seen();
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    var commit = PendingCommit.of(owner, events);
    waiting.add(commit);
    storing.lock();
    try {
      // Whoever was taken along doesn't lead: those who wait would be fewer each time.
      if (waiting.contains(commit)) {
        lead(CommitGroup.of(waiting));
      }
    } finally {
      unlock(storing);
    }
    return commit.answered();
  }

  /// Whoever has the lock brings in all who wait for it.
  private void lead(CommitGroup group) {
    try {
      chain.store(group, clock);
    } catch (Throwable e) {
      group.fail(e);
      return;
    }
    keeping.lock();
    try {
      storing.unlock();
      group.head().ifPresent(chain::keep);
      group.acknowledge();
    } catch (Throwable e) {
      group.fail(e);
    } finally {
      keeping.unlock();
    }
  }

  private static void unlock(ReentrantLock lock) {
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }

  @Override
  public Stream<Commit> from(long number) {
    return LongStream.rangeClosed(Math.max(1, number), head().number()).mapToObj(chain::read);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    return chain.numbersOf(aggregate, sequence).stream().map(chain::read).toList();
  }

  /// Waits for what is being appended.
  @Override
  public void close() {
    storing.lock();
    keeping.lock();
    try {
      chain.close();
    } finally {
      keeping.unlock();
      storing.unlock();
    }
  }
}
