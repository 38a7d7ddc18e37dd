package dev.feierabend.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a node that is up again is all it was before it slept: Ready, its DaemonSets' pods
/// serving, its devices offered. Work that came earlier would find no network, no log and no card.
record Comeback(KubernetesClient client) {

  /// What is still missing; empty where nothing is.
  Optional<String> missing(Node node) {
    if (!ready(node)) {
      return Optional.of("it is not Ready");
    }
    BeforeSleep before = Cordon.before(node);
    return daemonSet(node, before)
        .map("it has no serving pod of DaemonSet %s"::formatted)
        .or(() -> before.lacking(node).map("it offers %s"::formatted));
  }

  private Optional<String> daemonSet(Node node, BeforeSleep before) {
    if (before.daemonSets().isEmpty()) {
      return Optional.empty();
    }
    Set<String> serving =
        new NodePods(client)
            .on(node.getMetadata().getName()).stream()
                .filter(NodePods::serves)
                .flatMap(pod -> NodePods.daemonSet(pod).stream())
                .collect(Collectors.toSet());
    return before.daemonSets().stream()
        .filter(name -> !serving.contains(name))
        .filter(name -> wanted(name, node))
        .findFirst();
  }

  /// Not one that was deleted meanwhile, or that sleeps itself or was sent to other nodes.
  private boolean wanted(String name, Node node) {
    String[] parts = name.split("/", 2);
    return parts.length == 2
        && Optional.ofNullable(
                client.apps().daemonSets().inNamespace(parts[0]).withName(parts[1]).get())
            .filter(set -> selects(set, node))
            .isPresent();
  }

  private static boolean selects(DaemonSet set, Node node) {
    Map<String, String> labels =
        Optional.ofNullable(node.getMetadata().getLabels()).orElse(Map.of());
    return labels
        .entrySet()
        .containsAll(
            Optional.ofNullable(set.getSpec().getTemplate().getSpec().getNodeSelector())
                .orElse(Map.of())
                .entrySet());
  }

  private static boolean ready(Node node) {
    return Optional.ofNullable(node.getStatus())
        .map(NodeStatus::getConditions)
        .orElse(List.of())
        .stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }
}
