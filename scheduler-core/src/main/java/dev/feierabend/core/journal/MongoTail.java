package dev.feierabend.core.journal;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings when another process has appended: at once by a change stream; where the server has none,
/// or it ended, each time that the pause is over.
public final class MongoTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MongoTail.class);

  private final MongoCollection<Document> commits;
  private final Runnable bell;
  private final Duration pause;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("mongo-tail").factory());
  private volatile boolean closed;
  private volatile boolean streaming;

  private MongoTail(MongoCollection<Document> commits, Runnable bell, Duration pause) {
    this.commits = commits;
    this.bell = bell;
    this.pause = pause;
  }

  /// @param bell rung for what was appended, too often rather than too seldom, by one thread
  /// @param pause between two looks without a change stream
  public static MongoTail follow(MongoDatabase database, Runnable bell, Duration pause) {
    var tail = new MongoTail(database.getCollection(CommitDocuments.NAME), bell, pause);
    var _ =
        tail.turns.scheduleWithFixedDelay(tail::turn, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    return tail;
  }

  /// Whether it hears of commits at once.
  public boolean streaming() {
    return streaming;
  }

  private void turn() {
    try {
      stream();
    } catch (MongoException e) {
      LOG.debug("No change stream: {}", e.getMessage());
      ring();
    } finally {
      streaming = false;
    }
  }

  private void stream() {
    try (var changes =
        commits.watch().maxAwaitTime(pause.toMillis(), TimeUnit.MILLISECONDS).cursor()) {
      streaming = true;
      // What was appended before the stream began.
      ring();
      while (!closed) {
        if (changes.tryNext() != null) {
          ring();
        }
      }
    }
  }

  private void ring() {
    try {
      bell.run();
    } catch (RuntimeException e) {
      LOG.warn("What was appended elsewhere could not be followed: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    turns.close();
  }
}
