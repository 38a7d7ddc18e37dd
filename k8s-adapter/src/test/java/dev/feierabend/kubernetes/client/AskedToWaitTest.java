package dev.feierabend.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.Pods;
import dev.feierabend.kubernetes.client.Patience.Question;
import dev.feierabend.kubernetes.client.Patience.Times;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A busy API server puts requests off.
class AskedToWaitTest {
  private static final Says BUSY = Says.no(429, "too many requests");

  private static final Question GIVEN_UP = new Question("here", "sleep@1", "no answer");

  @TempDir Path folder;
  private final AtomicInteger times = new AtomicInteger();

  @Test
  void whatIsToWaitASecondIsAskedOnceMoreThen() {
    try (var server = new FakeApiServer(onceBusy(BUSY.with("Retry-After", "1")));
        var client = server.client(folder)) {
      long began = System.nanoTime();

      assertThat(client.nodes().withName("n1").get().getMetadata().getName()).isEqualTo("n1");

      assertThat(System.nanoTime() - began).isGreaterThan(900_000_000L);
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void whoIsBusyWithoutEndIsAskedTwiceAndNotMore() {
    try (var server = new FakeApiServer(_ -> BUSY.with("Retry-After", "0"));
        var client = server.client(folder)) {
      assertThatThrownBy(() -> client.nodes().withName("n1").get())
          .isInstanceOf(KubernetesClientException.class);

      assertThat(server.asked()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "5", "60", "-1", "Fri, 27 Nov 2026 15:00:00 GMT", "soon"})
  void whatIsToWaitLongerIsLeftToTheNextLook(String header) {
    try (var server = new FakeApiServer(onceBusy(BUSY.with("Retry-After", header)));
        var client = server.client(folder)) {
      assertThatThrownBy(() -> client.nodes().withName("n1").get())
          .isInstanceOf(KubernetesClientException.class);

      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void whatWasGivenUpWhileItWaitedIsNotAskedOnceMore() {
    try (var server = new FakeApiServer(_ -> BUSY.with("Retry-After", "1"));
        var client = server.client(folder)) {
      assertThat(once(() -> client.nodes().withName("n1").get())).isEqualTo(GIVEN_UP.unanswered());

      await().during(Duration.ofMillis(1_500)).until(() -> server.asked().size() == 1);
    }
  }

  @Test
  void whatWasGivenUpBeforeItsNextRequestDoesNotMakeIt() {
    try (var server = new FakeApiServer(onceBusy(BUSY));
        var client = server.client(folder)) {
      var asking = new CompletableFuture<String>();
      Runnable late =
          () -> {
            deaf(Duration.ofMillis(500));
            asking.complete(
                String.valueOf(
                    catchThrowable(() -> client.nodes().withName("n1").get()).getMessage()));
          };

      assertThat(once(late)).isEqualTo(GIVEN_UP.unanswered());

      assertThat(asking.join()).isEqualTo("not asked any more: it took too long");
      assertThat(server.asked()).isEmpty();
    }
  }

  private static Answer once(Runnable effect) {
    var patience =
        new Patience(new Times(Duration.ofMillis(200), Duration.ofMillis(200)), new Semaphore(1));
    return patience.once(
        GIVEN_UP,
        () -> {
          effect.run();
          return Answer.DONE;
        });
  }

  /// As what computes: an interrupt doesn't end it.
  private static void deaf(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.interrupted();
      Thread.onSpinWait();
    }
  }

  @Test
  void aRefusedEvictionWaitsForPodsAndNotForTheServer() {
    try (var server = new FakeApiServer(_ -> BUSY.with("Retry-After", "1"));
        var client = server.client(folder)) {
      client.pods().resource(Pods.running("mail-1", "n1", "ReplicaSet")).evict();

      assertThat(server.asked())
          .extracting(Asked::toString)
          .containsExactly("POST /api/v1/namespaces/office/pods/mail-1/eviction");
    }
  }

  private Function<Asked, Says> onceBusy(Says busy) {
    return _ ->
        times.incrementAndGet() == 1
            ? busy
            : Says.ok(new NodeBuilder().withNewMetadata().withName("n1").endMetadata().build());
  }
}
