package dev.feierabend.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.kubernetes.client.Lanes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// So many Deployments of one customer, evenly in its namespaces, and the nodes that carry them.
///
/// @param replicas of each
record Objects(ApiServer api, int count, int replicas) {
  static final int A_NAMESPACE = 100;

  /// As many as kwok's nodes are given here.
  private static final int PODS_A_NODE = 1_000;

  private static final String JSON = "application/json";
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Lanes LANES = new Lanes(32);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  List<String> namespaces() {
    return namespaces(count);
  }

  /// Those that so many Deployments lie in.
  static List<String> namespaces(int count) {
    return IntStream.rangeClosed(1, Math.ceilDiv(count, A_NAMESPACE))
        .mapToObj("town-%d"::formatted)
        .toList();
  }

  /// The paths of all, in the order of their namespaces.
  List<String> paths() {
    return IntStream.range(0, count).mapToObj(i -> collection(i) + "/" + name(i)).toList();
  }

  /// Makes those from number `first` on, and waits until all of them serve.
  void make(int first) {
    int nodes = Math.ceilDiv(count * replicas, PODS_A_NODE) + 1;
    all(first == 0 ? nodes : 0, i -> api.create("/api/v1/nodes", JSON, Manifests.node(i)));
    all(
        namespaces().size() - Math.ceilDiv(first, A_NAMESPACE),
        i -> {
          String name = namespaces().get(i + Math.ceilDiv(first, A_NAMESPACE));
          api.create("/api/v1/namespaces", JSON, Manifests.namespace(name));
        });
    all(
        count - first,
        i ->
            api.create(
                collection(first + i), JSON, Manifests.deployment(name(first + i), replicas)));
    awaitServing();
  }

  /// Waits until every Deployment has all its replicas ready again.
  void awaitServing() {
    Awaitility.await("all replicas to serve")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(5))
        .until(() -> serving() == count);
  }

  long serving() throws IOException, InterruptedException {
    return counted(item ->
        item.at("/spec/replicas").asInt() == replicas
            && item.at("/status/readyReplicas").asInt() == replicas
            && item.at("/status/observedGeneration").asLong()
                == item.at("/metadata/generation").asLong());
  }

  /// How many are to have all their replicas, be they there or not.
  long awake() throws IOException, InterruptedException {
    return counted(item -> item.at("/spec/replicas").asInt() == replicas);
  }

  /// Waits until no pod is left of what sleeps.
  void awaitAsleep() {
    Awaitility.await("all pods to be gone")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(5))
        .until(() -> counted(item -> item.at("/status/replicas").asInt() == 0) == count);
  }

  /// Gives back what somebody left asleep.
  void wakeAll() {
    List<String> paths = paths();
    all(count, i -> api.merge(paths.get(i), "{\"spec\": {\"replicas\": %d}}".formatted(replicas)));
  }

  private long counted(Predicate<JsonNode> which) throws IOException, InterruptedException {
    long count = 0;
    for (String namespace : namespaces()) {
      String list = api.ask("/apis/apps/v1/namespaces/%s/deployments".formatted(namespace));
      for (JsonNode item : MAPPER.readTree(list).path("items")) {
        count += which.test(item) ? 1 : 0;
      }
    }
    return count;
  }

  /// Something that is asked of the API server for number `i`.
  interface Asked {
    void of(int i) throws IOException, InterruptedException;
  }

  static void all(int count, Asked asked) {
    LANES.all(IntStream.range(0, count).<Runnable>mapToObj(i -> () -> ask(asked, i)).toList());
  }

  private static void ask(Asked asked, int i) {
    try {
      asked.of(i);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String collection(int i) {
    return "/apis/apps/v1/namespaces/town-%d/deployments".formatted(i / A_NAMESPACE + 1);
  }

  private static String name(int i) {
    return "app-%05d".formatted(i);
  }
}
