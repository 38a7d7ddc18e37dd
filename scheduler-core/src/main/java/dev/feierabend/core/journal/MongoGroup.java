package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Group commit: one thread writes, and what gathers meanwhile goes out in its next insertion.
///
/// Appenders that have just had their answer mostly come again at once. So as many as were there at
/// the last insertion's end are waited for, as long as one comes within a moment of the other; a
/// lone appender never waits.
final class MongoGroup implements AutoCloseable {
  private static final int MOST_WISHES = 200;

  /// In characters of their bodies. A message of the protocol takes 48 million bytes; one that had
  /// to be cut in two would be two insertions.
  private static final int MOST_TEXT = 4 << 20;

  /// Little beside an insertion that a majority has on its disks.
  private static final long MOMENT_MICROS = 1_000;

  private final MongoWriter writer;
  private final MongoCourtesy courtesy = new MongoCourtesy();
  private final BlockingQueue<MongoWish> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mongo-writer").factory());

  /// How many appenders there were last time; the writing thread's own.
  private int expected = 1;

  MongoGroup(MongoWriter writer) {
    this.writer = writer;
  }

  Commit append(MongoWish wish) {
    waiting.add(wish);
    try {
      turns.execute(this::turn);
    } catch (RejectedExecutionException e) {
      throw new Outage("The journal was closed; nothing is recorded any more", e);
    }
    return wish.outcome();
  }

  private void turn() {
    var first = waiting.poll();
    if (first != null) {
      courtesy.await();
      write(gathered(first));
      courtesy.ended();
    }
  }

  private List<MongoWish> gathered(MongoWish first) {
    var batch = new ArrayList<MongoWish>();
    int text = 0;
    for (@Nullable MongoWish wish = first; wish != null; ) {
      batch.add(wish);
      text += wish.body().length();
      boolean full = text >= MOST_TEXT || batch.size() >= MOST_WISHES;
      wish = full ? null : next(batch.size() < expected);
    }
    return batch;
  }

  private @Nullable MongoWish next(boolean patient) {
    try {
      return waiting.poll(patient ? MOMENT_MICROS : 0, TimeUnit.MICROSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void write(List<MongoWish> batch) {
    try {
      writer.write(batch);
    } catch (RuntimeException e) {
      batch.forEach(wish -> wish.refuse(e));
    } finally {
      expected = batch.size() + waiting.size();
      batch.forEach(MongoWish::release);
    }
  }

  /// What waits is still written.
  @Override
  public void close() {
    turns.close();
  }
}
