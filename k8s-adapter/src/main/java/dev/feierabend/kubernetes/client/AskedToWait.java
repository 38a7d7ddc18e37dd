package dev.feierabend.kubernetes.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Asks once more what a busy API server put off (429 with `Retry-After`, as its priority and
/// fairness does), as late as it said. What is to wait longer than a moment is left to the next
/// look, and so is a refused eviction, which waits for pods and not for the server. What was given
/// up meanwhile isn't asked at all.
final class AskedToWait implements Interceptor {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String EVICTION = "/eviction";

  /// Seconds. What priority and fairness asks for, and short enough for a step's read and its write
  /// to be put off within [Patience#MOMENT].
  private static final int A_MOMENT = 1;

  /// By the builder, which is the same for a request and for asking it once more.
  private final Map<BasicBuilder, Asked> askedFor =
      Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    Asked.current()
        .ifPresent(asked -> {
          if (asked.isGivenUp()) {
            throw new KubernetesClientException("not asked any more: it took too long");
          }
          askedFor.put(builder, asked);
        });
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    return delay(response)
        .map(seconds -> CompletableFuture.supplyAsync(() -> wanted(builder), later(seconds)))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  private boolean wanted(BasicBuilder builder) {
    return Optional.ofNullable(askedFor.get(builder)).filter(Asked::isGivenUp).isEmpty();
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
