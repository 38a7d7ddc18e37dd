package dev.feierabend.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/// Group commit: while one appender writes, the others' wishes gather, and whoever has the turn
/// next writes them all.
final class MongoGroup {
  private static final int MOST_WISHES = 200;

  /// In characters of their bodies. A message of the protocol takes 48 million bytes; one that had
  /// to be cut in two would be two insertions.
  private static final int MOST_TEXT = 4 << 20;

  private final MongoWriter writer;
  private final Queue<MongoWish> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  MongoGroup(MongoWriter writer) {
    this.writer = writer;
  }

  Commit append(MongoWish wish) {
    waiting.add(wish);
    turn.lock();
    try {
      while (!wish.settled()) {
        write(next());
      }
    } finally {
      turn.unlock();
    }
    return wish.outcome();
  }

  private List<MongoWish> next() {
    var batch = new ArrayList<MongoWish>();
    for (int text = 0; text < MOST_TEXT && batch.size() < MOST_WISHES; ) {
      var wish = waiting.poll();
      if (wish == null) {
        return batch;
      }
      batch.add(wish);
      text += wish.body().length();
    }
    return batch;
  }

  private void write(List<MongoWish> batch) {
    try {
      writer.write(batch);
    } catch (RuntimeException e) {
      batch.forEach(wish -> wish.refuse(e));
    } finally {
      batch.forEach(MongoWish::abandon);
    }
  }
}
