package dev.feierabend.console.api;

import dev.feierabend.core.journal.Recorded;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One who listens, served by a thread of its own, so that a slow one delays nobody. Whoever lets
/// more commits wait than fit is dropped.
final class Listener {
  /// Where commits are told to.
  interface Sink {
    /// All events of one commit; those that aren't for this reader are the sink's to leave out.
    void send(List<Recorded> commit) throws IOException;

    /// Shows that the stream lives.
    void beat() throws IOException;

    void end();
  }

  private final Sink sink;
  private final Duration beat;
  private final BlockingQueue<List<Recorded>> waiting;
  private volatile boolean left;
  private volatile @Nullable Thread thread;

  Listener(Sink sink, Duration beat, int waiting) {
    this.sink = sink;
    this.beat = beat;
    this.waiting = new ArrayBlockingQueue<>(waiting);
  }

  void start(Runnable gone) {
    Thread serving =
        Thread.ofVirtual()
            .name("listener")
            .unstarted(() -> {
              try {
                serve();
              } finally {
                gone.run();
                sink.end();
              }
            });
    thread = serving;
    serving.start();
  }

  void offer(List<Recorded> commit) {
    if (!waiting.offer(commit)) {
      leave();
    }
  }

  void leave() {
    left = true;
    Thread serving = thread;
    if (serving != null) {
      serving.interrupt();
    }
  }

  private void serve() {
    try {
      sink.beat();
      while (!left) {
        List<Recorded> commit = waiting.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
        if (commit == null) {
          sink.beat();
        } else {
          sink.send(commit);
        }
      }
    } catch (IOException | IllegalStateException goneAway) {
      left = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
