package dev.feierabend.kubernetes.client;

import dev.feierabend.core.acting.Abreast;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// So many requests at most are under way at an API server for what we do there.
///
/// @param width how many
public record Lanes(int width) implements Abreast {
  public Lanes {
    if (width < 1) {
      throw new IllegalArgumentException("Expected at least one request but found " + width);
    }
  }

  /// One that fails stops none of the others, and is told once all are done.
  @Override
  public void all(List<Runnable> works) {
    var free = new Semaphore(width);
    List<? extends Future<?>> begun;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      begun = works.stream().map(work -> threads.submit(within(free, work))).toList();
    }
    begun.forEach(Lanes::expectDone);
  }

  private static Callable<Boolean> within(Semaphore free, Runnable work) {
    return () -> {
      free.acquire();
      try {
        work.run();
        return true;
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
