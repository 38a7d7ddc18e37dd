package dev.feierabend.kubernetes.fleet;

import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The hosts of a fleet as pods may be started on them.
///
/// @param nodes of hosts that are seen as one
/// @param known what was asked before
record Sites(Set<MachineId> all, Map<MachineId, Node> nodes, Map<NodeSites, Set<MachineId>> known) {

  Sites(Set<MachineId> all, Map<MachineId, Node> nodes) {
    this(all, nodes, new HashMap<>());
  }

  /// A host that isn't seen as a node may be one like the others, but nobody knows its labels.
  Set<MachineId> open(NodeSites sites) {
    return known.computeIfAbsent(
        sites,
        _ -> {
          var open = new TreeSet<MachineId>();
          for (MachineId host : all) {
            Node node = nodes.get(host);
            if (node == null ? sites.anywhere() : sites.admit(node)) {
              open.add(host);
            }
          }
          return open;
        });
  }

  /// Whether nodes that it tolerates are closed to it all the same.
  boolean isBound(NodeSites sites) {
    Set<MachineId> open = open(sites);
    return open(sites.tolerating()).stream()
        .anyMatch(host -> nodes.containsKey(host) && !open.contains(host));
  }
}
