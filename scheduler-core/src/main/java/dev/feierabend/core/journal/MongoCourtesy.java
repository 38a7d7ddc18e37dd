package dev.feierabend.core.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Lets other processes in. Whoever wrote last knows the end of the chain and writes again in one
/// trip; whoever was refused needs several to learn it, and comes too late each time. So who never
/// stops would keep the others out for good: after two seconds without a pause it makes one.
///
/// For one thread.
final class MongoCourtesy {
  private static final Duration STRETCH = Duration.ofSeconds(2);

  /// Enough for one who was refused just now to look and to insert.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private long begun = System.nanoTime();
  private long ended = begun;

  /// Before a write.
  void await() {
    long now = System.nanoTime();
    if (now - ended >= PAUSE.toNanos()) {
      begun = now;
    } else if (now - begun >= STRETCH.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
      begun = System.nanoTime();
    }
  }

  /// After a write.
  void ended() {
    ended = System.nanoTime();
  }
}
