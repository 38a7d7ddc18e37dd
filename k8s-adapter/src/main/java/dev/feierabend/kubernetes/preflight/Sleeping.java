package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.fleet.Members;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What of a cluster may sleep at all.
///
/// @param namespaces those of customers' pools
/// @param nodes the names of nodes whose machines may be switched off
/// @param workloads those that are known, asleep or awake
record Sleeping(Set<String> namespaces, Set<String> nodes, List<Workload> workloads) {
  Sleeping {
    namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
    workloads = List.copyOf(workloads);
  }

  /// @param fleet where none is known, nothing sleeps
  static Sleeping of(Optional<Fleet> fleet, List<Node> nodes, List<Workload> workloads) {
    return fleet
        .map(it -> of(it, nodes, workloads))
        .orElseGet(() -> new Sleeping(new TreeSet<>(), new TreeSet<>(), workloads));
  }

  private static Sleeping of(Fleet fleet, List<Node> nodes, List<Workload> workloads) {
    Set<MachineId> machines =
        fleet.hosts().stream()
            .filter(host -> host.control().isPresent() && !host.untouchable())
            .map(Host::id)
            .collect(Collectors.toSet());
    var names = new TreeSet<String>();
    Members.of(fleet.hosts(), nodes)
        .hosts()
        .forEach((node, machine) -> {
          if (machines.contains(machine)) {
            names.add(node);
          }
        });
    return new Sleeping(namespaces(fleet), names, workloads);
  }

  static Set<String> namespaces(Fleet fleet) {
    return fleet.pools().stream()
        .filter(pool -> pool.tenant().isPresent())
        .map(Pool::namespaces)
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
