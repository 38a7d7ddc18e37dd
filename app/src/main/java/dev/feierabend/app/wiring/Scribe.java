package dev.feierabend.app.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Writes on a thread of its own, one thing after the other. A disk that hangs, a share above all,
/// is waited for once and for a short time: whoever comes meanwhile is told so at once.
final class Scribe implements AutoCloseable {
  static final Duration USUAL = Duration.ofSeconds(5);

  /// What may fail as disks do.
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }

  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("wake-list").factory());
  private volatile Optional<Future<?>> late = Optional.empty();

  Scribe(Duration patience) {
    this.patience = patience;
  }

  /// @throws IOException where it isn't written, or nobody knows by now
  void done(Writing writing) throws IOException {
    if (late.filter(it -> !it.isDone()).isPresent()) {
      throw hangs();
    }
    Future<?> written =
        thread.submit(() -> {
          writing.write();
          return true;
        });
    try {
      written.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      late = Optional.of(written);
      throw hangs();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private IOException hangs() {
    return new IOException("the disk takes longer than " + patience);
  }

  void soon(Runnable writing) {
    thread.execute(writing);
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
