package dev.feierabend.kubernetes.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Asks once more what a busy API server put off (429 with `Retry-After`, as its priority and
/// fairness does), as late as it said. What is to wait longer than a moment is left to the next
/// look, and so is a refused eviction, which waits for pods and not for the server.
final class AskedToWait implements Interceptor {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String EVICTION = "/eviction";

  /// Seconds; the request's own deadline runs meanwhile.
  private static final int A_MOMENT = 4;

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    return delay(response)
        .map(seconds -> CompletableFuture.supplyAsync(() -> true, later(seconds)))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  private static Executor later(int seconds) {
    return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
  }

  private static Optional<Integer> delay(HttpResponse<?> response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(_ -> response.code() == TOO_MANY_REQUESTS)
        .filter(_ -> !response.request().uri().getPath().endsWith(EVICTION))
        .filter(text -> text.matches("[0-9]"))
        .map(Integer::valueOf)
        .filter(seconds -> seconds <= A_MOMENT);
  }
}
