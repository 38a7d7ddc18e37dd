package dev.feierabend.kubernetes.client;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// So many requests at most are under way at once; who comes first goes first.
public final class Lanes {
  private final Semaphore free;

  /// @param width how many
  public Lanes(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("Expected at least one request but found " + width);
    }
    free = new Semaphore(width, true);
  }

  /// Runs all, and returns when all are done. One that fails stops none of the others, and is told
  /// once all are done.
  public void all(List<Runnable> works) {
    abreast(works.stream().map(this::within).toList());
  }

  /// The same without a limit.
  public static void abreast(List<Runnable> works) {
    List<? extends Future<?>> begun;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      begun = works.stream().map(threads::submit).toList();
    }
    begun.forEach(Lanes::expectDone);
  }

  /// The same work, once there is a lane for it.
  Runnable within(Runnable work) {
    return () -> {
      free.acquireUninterruptibly();
      try {
        work.run();
      } finally {
        free.release();
      }
    };
  }

  private static void expectDone(Future<?> ended) {
    try {
      ended.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case Throwable cause -> throw new IllegalStateException(cause);
        case null -> throw new IllegalStateException(e);
      }
    }
  }
}
