package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.Placement;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodAffinity;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where pods may be by what their owners require of it: of workloads as the planner is told, and
/// of pods that it knows nothing of, whether they might find no other place. What is merely
/// preferred is nobody's business here.
final class Placements {
  private final Map<String, MachineId> hosts;
  private final Sites sites;
  private final Ties ties;
  private final Siblings siblings;
  private final Topology topology;
  private final boolean tainted;
  private final Map<String, WorkloadId> owners = new HashMap<>();
  private final SortedMap<WorkloadId, Placement> placements = new TreeMap<>();
  private final Map<WorkloadId, Set<MachineId>> closed = new TreeMap<>();
  private final Set<String> tied = new HashSet<>();
  private final Set<Spread> spread = new HashSet<>();

  /// What was looked at: all pods of a workload are spread alike.
  private record Spread(String party, TopologySpreadConstraint constraint) {}

  Placements(Fleet fleet, Cluster cluster, Members members, List<WorkloadView> workloads) {
    hosts = members.hosts();
    var all = new TreeSet<MachineId>();
    fleet.hosts().stream().map(Host::id).forEach(all::add);
    sites = new Sites(all, members.nodes());
    ties = cluster.ties();
    siblings = new Siblings(cluster.pods());
    topology = new Topology(cluster.nodes());
    tainted = cluster.nodes().stream().anyMatch(node -> Taints.of(node).count() > 0);
    workloads.forEach(view -> view.pods().forEach(pod -> owners.put(uid(pod), view.id())));
    siblings.all().filter(Eviction::holds).forEach(this::alone);
    new Repulsion(siblings, this::party).each(this::apart);
    closed.forEach((workload, these) -> {
      var open = new TreeSet<>(of(workload).hosts().orElse(new TreeSet<>(all)));
      open.removeAll(these);
      placements.put(workload, of(workload).on(open));
    });
  }

  /// Of workloads that may not be anywhere.
  SortedMap<WorkloadId, Placement> all() {
    return placements;
  }

  Placement of(WorkloadId workload) {
    return placements.getOrDefault(workload, Placement.ANYWHERE);
  }

  /// Pods of no workload that might find no other place, by their uids.
  Set<String> tied() {
    return tied;
  }

  private static String uid(Pod pod) {
    return String.valueOf(pod.getMetadata().getUid());
  }

  /// Its workload, or itself alone.
  private String party(Pod pod) {
    return Optional.ofNullable(owners.get(uid(pod)))
        .map(WorkloadId::value)
        .orElseGet(() -> uid(pod));
  }

  private static boolean same(Pod one, Pod other) {
    return uid(one).equals(uid(other));
  }

  /// What a pod requires whoever else is there.
  private void alone(Pod pod) {
    NodeSites wanted = NodeSites.of(pod.getSpec(), ties.reach(pod));
    if (tainted || !wanted.anywhere()) {
      bind(pod, wanted);
    }
    wanted.unknown().ifPresent(operator -> untold(pod, "nodeAffinity " + operator));
    near(pod.getSpec()).stream()
        .filter(term -> !topology.isWhole(term.getTopologyKey()))
        .forEach(term -> untold(pod, "podAffinity " + term.getTopologyKey()));
    NodeSites.strict(pod.getSpec()).stream()
        .filter(constraint -> spread.add(new Spread(party(pod), constraint)))
        .forEach(constraint -> spread(pod, constraint));
  }

  private void bind(Pod pod, NodeSites wanted) {
    WorkloadId owner = owners.get(uid(pod));
    Set<MachineId> open = sites.open(wanted);
    if (owner != null && open.size() < sites.all().size()) {
      var both = new TreeSet<>(open);
      of(owner).hosts().ifPresent(both::retainAll);
      placements.put(owner, of(owner).on(both));
    } else if (owner == null && sites.isBound(wanted)) {
      tied.add(uid(pod));
    }
  }

  private static List<PodAffinityTerm> near(PodSpec spec) {
    return Optional.ofNullable(spec.getAffinity())
        .map(Affinity::getPodAffinity)
        .map(PodAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
        .orElse(List.of());
  }

  /// Nodes that are emptied are still domains, with none of its pods; so none may have more than
  /// the skew allows.
  private void spread(Pod pod, TopologySpreadConstraint constraint) {
    List<Pod> counted =
        siblings.of(pod.getMetadata().getNamespace(), constraint.getLabelSelector());
    String key = constraint.getTopologyKey();
    if (topology.many(key) <= 1 || counted.isEmpty()) {
      return;
    }
    WorkloadId owner = owners.get(uid(pod));
    boolean itself = counted.stream().anyMatch(other -> same(other, pod));
    boolean own = counted.stream().allMatch(other -> Objects.equals(owner, owners.get(uid(other))));
    if (owner != null && own && itself && topology.isHost(key)) {
      placements.put(owner, of(owner).atMost(Math.max(1, constraint.getMaxSkew())));
    } else if (!itself || counted.size() > 1) {
      untold(pod, "topologySpreadConstraints " + key);
    }
  }

  private void untold(Pod pod, String what) {
    WorkloadId owner = owners.get(uid(pod));
    if (owner == null) {
      tied.add(uid(pod));
    } else {
      placements.put(owner, of(owner).untold(what));
    }
  }

  /// Two that may not share a domain, whichever of them says so.
  private void apart(Pod one, Pod other, String key) {
    if ((same(one, other) && owners.get(uid(one)) == null) || !topology.divides(key)) {
      return;
    }
    if (!topology.isHost(key)) {
      if (!same(one, other)) {
        untold(one, "podAntiAffinity " + key);
        untold(other, "podAntiAffinity " + key);
      }
      return;
    }
    WorkloadId owner = owners.get(uid(one));
    WorkloadId others = owners.get(uid(other));
    if (owner != null && others != null) {
      placements.put(
          owner, owner.equals(others) ? of(owner).atMost(1) : of(owner).apartFrom(Set.of(others)));
    } else {
      aloof(one, other);
      aloof(other, one);
    }
  }

  /// Who isn't planned stays where it is, and keeps the other away from there.
  private void aloof(Pod one, Pod other) {
    WorkloadId owner = owners.get(uid(one));
    MachineId there = hosts.get(String.valueOf(other.getSpec().getNodeName()));
    if (owner == null) {
      tied.add(uid(one));
    } else if (there != null) {
      closed.computeIfAbsent(owner, _ -> new TreeSet<>()).add(there);
    }
  }
}
