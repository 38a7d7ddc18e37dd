package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.fleet.Towns.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.recipes.Objects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The towns' cluster of two nodes, as it was seen seven seconds ago.
final class Sight {
  static final Instant SEEN = Instant.parse("2026-03-02T19:00:00Z");
  static final Instant NOW = SEEN.plusSeconds(7);

  private Sight() {}

  static Pod mailPod(String name, String node) {
    return Towns.of("mail", running(name, node, "ReplicaSet"));
  }

  static Workload only(Snapshot snapshot) {
    assertThat(snapshot.workloads()).hasSize(1);
    return snapshot.workloads().getFirst();
  }

  static Snapshot snapshot(List<Deployment> deployments, List<Pod> pods) {
    return view(deployments, pods).at(NOW, _ -> Power.ON, Ourselves.ELSEWHERE);
  }

  static Scalable scalable(String recipe, HasMetadata object) {
    return Scalable.of(Objects.managed(recipe, object));
  }

  static ClusterView view(List<Deployment> deployments, List<Pod> pods) {
    return new ClusterView(
        Towns.fleet(),
        new Cluster(
            SEEN,
            List.of(node("n1"), node("n2")),
            pods,
            deployments.stream().map(it -> scalable("deployment", it)).toList(),
            Ties.NONE,
            Autoscalers.NONE,
            Map.of()));
  }

  static Snapshot see(List<Pod> pods, Scalable... objects) {
    return see(Ourselves.ELSEWHERE, pods, objects);
  }

  static Snapshot see(Ourselves ourselves, List<Pod> pods, Scalable... objects) {
    var cluster =
        new Cluster(
            SEEN,
            List.of(node("n1"), node("n2")),
            pods,
            Stream.of(objects).toList(),
            Ties.NONE,
            Autoscalers.NONE,
            Map.of());
    return new ClusterView(Towns.fleet(), cluster).at(NOW, _ -> Power.ON, ourselves);
  }
}
