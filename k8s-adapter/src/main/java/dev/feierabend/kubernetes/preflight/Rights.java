package dev.feierabend.kubernetes.preflight;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// Asks the API server what we may do: a review each, sixteen at once.
record Rights(KubernetesClient client) {
  private static final int AT_ONCE = 16;

  /// Those that it doesn't give; one that couldn't be asked about is told in `reading`.
  List<Right> missing(List<Right> rights, Reading reading) {
    var turn = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> questions =
          rights.stream().<Callable<Boolean>>map(it -> () -> given(it, reading, turn)).toList();
      var answers = threads.invokeAll(questions).stream().map(Future::resultNow).toList();
      return IntStream.range(0, rights.size())
          .filter(at -> !answers.get(at))
          .mapToObj(rights::get)
          .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private boolean given(Right right, Reading reading, Semaphore turn) throws InterruptedException {
    turn.acquire();
    try {
      return reading.or("the right to " + right, true, () -> ask(right));
    } finally {
      turn.release();
    }
  }

  private boolean ask(Right right) {
    SelfSubjectAccessReview answer =
        client.authorization().v1().selfSubjectAccessReview().create(right.question());
    return Boolean.TRUE.equals(answer.getStatus().getAllowed());
  }
}
