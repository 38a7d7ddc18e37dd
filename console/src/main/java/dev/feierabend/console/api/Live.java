package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the log and hands every new commit to those who listen. It reads the log instead of
/// being called by it: a listener can't delay a decision, and what another replica records is told
/// too.
public final class Live implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final long STRIDE = 256;

  /// How often the log is looked at, how often a silent stream shows that it lives, how many may
  /// listen, and how many commits may wait for one of them.
  record Pace(Duration look, Duration beat, int listeners, int waiting) {
    static final Pace USUAL = new Pace(Duration.ofMillis(250), Duration.ofSeconds(15), 64, 256);
  }

  private final Journal journal;
  private final Pace pace;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private long told;

  private Live(Journal journal, Pace pace) {
    this.journal = journal;
    this.pace = pace;
    this.told = journal.log().head().number();
  }

  static Live following(Journal journal, Pace pace) {
    var live = new Live(journal, pace);
    Thread.ofVirtual().name("live").start(live::follow);
    return live;
  }

  /// Tells `sink` everything from now on, until it fails, falls behind or leaves.
  ///
  /// @throws Declined where too many listen
  Listener listen(Listener.Sink sink) {
    if (listeners.size() >= pace.listeners() || closed.getCount() == 0) {
      throw Declined.busy();
    }
    var listener = new Listener(sink, pace.beat(), pace.waiting());
    listeners.add(listener);
    listener.start(() -> listeners.remove(listener));
    return listener;
  }

  private void follow() {
    try {
      while (!closed.await(pace.look().toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(); // Better no streams than streams that silently tell nothing.
    }
  }

  private void look() {
    try {
      long head = journal.log().head().number();
      while (told < head && !listeners.isEmpty()) {
        long until = Math.min(head, told + STRIDE);
        tell(until);
      }
      told = head;
    } catch (Outage e) {
      LOG.warn("Nothing can be told live: {}", e.getMessage());
    }
  }

  private void tell(long until) {
    try (Stream<Commit> commits = journal.log().from(told + 1)) {
      commits
          .takeWhile(commit -> commit.number() <= until)
          .forEachOrdered(commit -> {
            List<Recorded> events = journal.recorded(commit).toList();
            listeners.forEach(to -> to.offer(events));
            told = commit.number();
          });
    }
  }

  /// Ends all streams.
  @Override
  public void close() {
    closed.countDown();
    listeners.forEach(Listener::leave);
  }
}
