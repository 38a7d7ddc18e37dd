package dev.feierabend.kubernetes.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.Pods;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A busy API server puts requests off.
class AskedToWaitTest {
  private static final Says BUSY = Says.no(429, "too many requests");

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
  @ValueSource(strings = {"5", "60", "-1", "Fri, 27 Nov 2026 15:00:00 GMT", "soon"})
  void whatIsToWaitLongerIsLeftToTheNextLook(String header) {
    try (var server = new FakeApiServer(onceBusy(BUSY.with("Retry-After", header)));
        var client = server.client(folder)) {
      assertThatThrownBy(() -> client.nodes().withName("n1").get())
          .isInstanceOf(KubernetesClientException.class);

      assertThat(server.asked()).hasSize(1);
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
