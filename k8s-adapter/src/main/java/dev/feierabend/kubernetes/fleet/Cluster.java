package dev.feierabend.kubernetes.fleet;

import static java.util.stream.Collectors.groupingBy;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A cluster's objects as they were last seen.
///
/// @param seen when all of this was true
/// @param elsewhere when the kinds were last seen, by their recipes' names, that not every cluster
///   has
public record Cluster(
    Instant seen,
    List<Node> nodes,
    List<Pod> pods,
    List<Scalable> scalables,
    Ties ties,
    Autoscalers autoscalers,
    Map<String, Instant> elsewhere) {
  static final Instant NEVER = Instant.EPOCH;

  /// Before the first sight.
  static final Cluster UNSEEN =
      new Cluster(NEVER, List.of(), List.of(), List.of(), Ties.NONE, Autoscalers.NONE, Map.of());

  public Cluster {
    nodes = List.copyOf(nodes);
    pods = List.copyOf(pods);
    scalables = List.copyOf(scalables);
    elsewhere = Map.copyOf(elsewhere);
  }

  /// True as long as not all of it was seen at least once.
  boolean unseen() {
    return seen.equals(NEVER);
  }

  /// When a kind was last seen together with all else.
  Instant seen(String kind) {
    Instant itself = elsewhere.getOrDefault(kind, seen);
    return itself.isBefore(seen) ? itself : seen;
  }

  Map<String, List<Pod>> podsByNamespace() {
    return pods.stream().collect(groupingBy(pod -> pod.getMetadata().getNamespace()));
  }
}
