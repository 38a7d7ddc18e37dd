package dev.feierabend.kubernetes.client;

import dev.feierabend.core.acting.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// An effect that is asked for in a thread of its own, and may be given up: from then on no request
/// begins for it, neither its next one nor one that was put off. The client doesn't see to that: an
/// interrupt ends the waiting for an answer there, not what is on its way to be asked.
final class Asked {
  private static final ScopedValue<Asked> CURRENT = ScopedValue.newInstance();

  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final AtomicBoolean aside = new AtomicBoolean();
  private final Thread thread;
  private volatile boolean givenUp;

  /// @param ended is told before the answer is
  private Asked(Supplier<Answer> effect, Consumer<Asked> ended) {
    thread = Thread.ofVirtual().name("asked").unstarted(() -> ask(effect, ended));
  }

  static Asked begin(Supplier<Answer> effect, Consumer<Asked> ended) {
    var asked = new Asked(effect, ended);
    asked.thread.start();
    return asked;
  }

  /// The one for which the calling thread asks.
  static Optional<Asked> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  private void ask(Supplier<Answer> effect, Consumer<Asked> ended) {
    try {
      Answer given = ScopedValue.where(CURRENT, this).call(effect::get);
      ended.accept(this);
      answer.complete(given);
    } catch (RuntimeException | Error fault) {
      ended.accept(this);
      answer.completeExceptionally(fault);
    }
  }

  /// @throws TimeoutException where there is none in time
  Answer within(Duration moment) throws TimeoutException, InterruptedException {
    try {
      return answer.get(moment.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  /// True for the first who lets it go on without waiting.
  boolean stepAside() {
    return aside.compareAndSet(false, true);
  }

  void whenEnded(Runnable then) {
    var _ = answer.whenComplete((_, _) -> then.run());
  }

  void giveUp() {
    givenUp = true;
    thread.interrupt();
  }

  boolean isGivenUp() {
    return givenUp;
  }
}
