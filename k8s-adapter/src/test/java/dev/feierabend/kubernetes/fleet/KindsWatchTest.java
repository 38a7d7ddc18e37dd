package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In which version a kind is watched, told from what an API server was asked.
class KindsWatchTest {
  private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
  private static final WorkloadName BRIDGE = new WorkloadName("kafka-bridge", "office", "bridge");
  private static final Map<String, Object> GONE =
      Map.of("type", "ERROR", "object", Says.no(410, "too old resource version").body());

  @TempDir Path folder;
  private final Set<String> served = ConcurrentHashMap.newKeySet();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  @Test
  void aKindIsSeenInTheVersionThatIsServedWhateverItsRecipeSays() {
    served.add("v1");
    try (var server = new FakeApiServer(this::answer);
        var client = server.client(folder);
        var kinds = new KindsWatch(client, bridges(), NOW)) {
      await().until(() -> isSeen(kinds, "v1"));

      assertThat(kinds.objects()).hasSize(1);
      assertThat(server.asked()).noneMatch(asked -> asked.path().contains("v1beta2"));
    }
  }

  @Test
  void aKindWhoseVersionGoesStaysInSightUntilItIsSeenInTheNext() {
    served.add("v1beta2");
    try (var server = new FakeApiServer(this::answer);
        var client = server.client(folder);
        var kinds = new KindsWatch(client, bridges(), NOW)) {
      await().until(() -> isSeen(kinds, "v1beta2"));

      broken.add("v1");
      served.add("v1");
      served.remove("v1beta2");
      await().until(() -> isSeen(kinds, "v1beta2") && asks(server, "/v1/kafkabridges"));
      assertThat(kinds.objects()).hasSize(1);
      assertThat(isSeen(kinds, "v1beta2")).isTrue();

      broken.clear();
      await().until(() -> isSeen(kinds, "v1"));
      assertThat(kinds.objects()).hasSize(1);
    }
  }

  @Test
  void aKindThatIsServedInNoVersionIsOutOfSight() {
    served.add("v1");
    try (var server = new FakeApiServer(this::answer);
        var client = server.client(folder);
        var kinds = new KindsWatch(client, bridges(), NOW)) {
      await().until(() -> isSeen(kinds, "v1"));

      served.clear();

      await().until(() -> !isSeen(kinds, "v1"));
      assertThat(kinds.objects()).isEmpty();
      assertThat(kinds.seen(NOW)).isEmpty();
    }
  }

  private static boolean asks(FakeApiServer server, String path) {
    return server.asked().stream().anyMatch(asked -> asked.path().contains(path));
  }

  /// At a look, which follows what is defined by then.
  private static boolean isSeen(KindsWatch kinds, String version) {
    var _ = kinds.connected(NOW);
    return kinds
        .seen(BRIDGE)
        .map(GenericKubernetesResource::getApiVersion)
        .filter(("kafka.strimzi.io/" + version)::equals)
        .isPresent();
  }

  private static Recipes bridges() {
    var all = Recipes.shipped();
    return all.without(all.names().stream().filter(name -> !name.equals(BRIDGE.kind())).toList());
  }

  /// Every watch is a reason to list again.
  private Says answer(Asked asked) {
    if (asked.path().contains("watch=true")) {
      return Says.ok(GONE);
    }
    if (asked.path().contains("customresourcedefinitions")) {
      return list(definition());
    }
    String version = asked.path().split("/")[3];
    if (!served.contains(version)) {
      return Says.no(404, "the server could not find the requested resource");
    }
    return broken.contains(version) ? Says.no(503, "no conversion") : list(bridge(version));
  }

  private static Says list(Map<String, Object> object) {
    return Says.ok(Map.of("metadata", Map.of("resourceVersion", "7"), "items", List.of(object)));
  }

  private Map<String, Object> definition() {
    return Map.of(
        "kind",
        "CustomResourceDefinition",
        "metadata",
        Map.of("name", "kafkabridges.kafka.strimzi.io", "uid", "d", "resourceVersion", "7"),
        "spec",
        Map.of(
            "versions", served.stream().map(name -> Map.of("name", name, "served", true)).toList()),
        "status",
        Map.of("conditions", List.of(Map.of("type", "Established", "status", "True"))));
  }

  private static Map<String, Object> bridge(String version) {
    return Map.of(
        "apiVersion",
        "kafka.strimzi.io/" + version,
        "kind",
        "KafkaBridge",
        "metadata",
        Map.of("namespace", "office", "name", "bridge", "uid", "b", "resourceVersion", "7"),
        "spec",
        Map.of("replicas", 2));
  }
}
