package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How nodes' labels divide them into domains: hosts, zones, racks.
final class Topology {
  private static final String HOST = "kubernetes.io/hostname";

  private final List<Node> nodes;
  private final Map<String, Map<String, Integer>> domains = new HashMap<>();

  Topology(List<Node> nodes) {
    this.nodes = nodes;
  }

  /// Whether each node is a domain of its own.
  boolean isHost(String key) {
    return key.equals(HOST) || domains(key).values().stream().allMatch(many -> many == 1);
  }

  /// Whether all nodes are in one.
  boolean isWhole(String key) {
    return domains(key).size() == 1 && domains(key).containsValue(nodes.size());
  }

  /// Whether there are any.
  boolean divides(String key) {
    return key.equals(HOST) || many(key) > 0;
  }

  /// How many there are.
  int many(String key) {
    return domains(key).size();
  }

  private Map<String, Integer> domains(String key) {
    return domains.computeIfAbsent(key, this::count);
  }

  private Map<String, Integer> count(String key) {
    var count = new TreeMap<String, Integer>();
    nodes.forEach(node ->
        Optional.ofNullable(Labels.of(node).get(key))
            .ifPresent(value -> count.merge(value, 1, Integer::sum)));
    return count;
  }
}
