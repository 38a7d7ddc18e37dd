package dev.feierabend.kubernetes.workloads;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits a moment for an answer and no longer, so that what hangs in one namespace holds up no
/// other. A namespace that let us wait is silent for a while: nothing more is taken away in it, and
/// what is given back is asked for without waiting. What became of it is seen, not told.
public final class Impatient implements WorkloadPort {
  private static final Duration MOMENT = Duration.ofSeconds(3);
  private static final Duration WHILE = Duration.ofSeconds(5);

  private final WorkloadPort port;
  private final Duration moment;
  private final Duration silence;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final Map<ActionId, Future<Answer>> underWay = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Impatient(WorkloadPort port) {
    this(port, MOMENT, WHILE);
  }

  /// @param moment for how long an answer is waited for
  /// @param silence for how long a namespace that gave none is taken to give none
  Impatient(WorkloadPort port, Duration moment, Duration silence) {
    this.port = port;
    this.moment = moment;
    this.silence = silence;
  }

  /// One that isn't answered is given up, and interrupted: it must not come late.
  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    String namespace = namespace(step.workload());
    if (silent.contains(namespace)) {
      return unanswered(step, namespace);
    }
    Future<Answer> asked = asked(action, () -> port.sleep(step, action));
    Answer answer = within(moment, asked, step, namespace);
    asked.cancel(true);
    return answer;
  }

  /// One that isn't answered goes on until its own deadline, and isn't asked for again before.
  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    String namespace = namespace(step.workload());
    Duration patience = silent.contains(namespace) ? Duration.ZERO : moment;
    return within(patience, asked(action, () -> port.wake(step, action)), step, namespace);
  }

  private Future<Answer> asked(ActionId action, Supplier<Answer> asking) {
    return underWay.computeIfAbsent(
        action,
        _ ->
            threads.submit(() -> {
              try {
                return asking.get();
              } finally {
                underWay.remove(action);
              }
            }));
  }

  private Answer within(
      Duration patience, Future<Answer> asked, Step.OnWorkload step, String namespace) {
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      keepsSilent(namespace);
      return unanswered(step, namespace);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return unanswered(step, namespace);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed);
    }
  }

  private void keepsSilent(String namespace) {
    if (silent.add(namespace)) {
      CompletableFuture.delayedExecutor(silence.toMillis(), TimeUnit.MILLISECONDS, threads)
          .execute(() -> silent.remove(namespace));
    }
  }

  private static Answer unanswered(Step.OnWorkload step, String namespace) {
    return new Answer.Unknown(
        "%s: the API server does not answer about namespace %s"
            .formatted(step.subject(), namespace));
  }

  private static String namespace(WorkloadId workload) {
    return WorkloadName.of(workload).map(WorkloadName::namespace).orElseGet(workload::value);
  }
}
