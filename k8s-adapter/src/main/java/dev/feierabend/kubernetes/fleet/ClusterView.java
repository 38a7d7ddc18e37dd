package dev.feierabend.kubernetes.fleet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The fleet's document joined with what a cluster shows of it. Pure.
public record ClusterView(Fleet fleet, Cluster cluster) {

  /// @param power what a host's controller says
  /// @param ourselves whose nodes stay on, and whose store
  public Snapshot at(Instant at, Function<MachineId, Power> power, Ourselves ourselves) {
    Map<String, MachineId> byNode = members().hosts();
    Targets targets = Targets.of(cluster.scalables());
    List<WorkloadView> workloads = workloads(targets);
    Set<String> managed =
        workloads.stream()
            .flatMap(view -> view.pods().stream())
            .map(pod -> String.valueOf(pod.getMetadata().getUid()))
            .collect(toSet());
    var placements = new Placements(fleet, cluster, members(), workloads);
    var protection =
        new NodeProtection(ourselves, Quorums.SHIPPED, cluster.ties(), managed, placements.tied());
    return new Snapshot(
            at,
            hosts().stream()
                .map(view ->
                    view.at(
                        cluster.seen(), power.apply(view.host().id()), view.protection(protection)))
                .toList(),
            workloads.stream()
                .map(view -> view.at(cluster, byNode, placements.of(view.id())))
                .toList())
        .exempting(exempt(workloads, targets, ourselves))
        .placed(placements.all());
  }

  /// Every host of the document, in the order of their ids.
  List<HostView> hosts() {
    Members members = members();
    Map<String, List<Pod>> pods =
        cluster.pods().stream()
            .filter(pod -> pod.getSpec().getNodeName() != null)
            .collect(groupingBy(pod -> pod.getSpec().getNodeName()));
    return fleet.hosts().stream()
        .sorted(Comparator.comparing(Host::id))
        .map(host -> view(host, members, pods))
        .toList();
  }

  /// Every workload of a namespace that belongs to a pool, in the order of their ids. What is named
  /// beyond the length of an id cannot be managed and is not among them, nor is what something else
  /// governs: it sleeps through that.
  List<WorkloadView> workloads() {
    return workloads(Targets.of(cluster.scalables()));
  }

  private List<WorkloadView> workloads(Targets targets) {
    Map<String, Pool> pools = pools();
    Map<String, List<Pod>> pods = cluster.podsByNamespace();
    return cluster.scalables().stream()
        .filter(scalable -> scalable.name().fits())
        .filter(scalable -> scalable.stands(targets.governed(scalable)))
        .flatMap(scalable ->
            Optional.ofNullable(pools.get(scalable.name().namespace())).stream()
                .map(pool -> view(pool, scalable, targets.of(scalable), pods)))
        .sorted(Comparator.comparing(WorkloadView::id))
        .toList();
  }

  private static SortedMap<WorkloadId, Exemption> exempt(
      List<WorkloadView> workloads, Targets targets, Ourselves ourselves) {
    var exempt = new TreeMap<WorkloadId, Exemption>();
    workloads.stream()
        .flatMap(view -> view.exemption(targets, ourselves).stream())
        .forEach(it -> exempt.put(it.workload(), it));
    return exempt;
  }

  /// What has a load to be told: awake workloads by their pods, ready hosts by their nodes.
  public List<Metered> metered() {
    Stream<Metered> workloads =
        workloads().stream()
            .filter(view -> !view.placed().isEmpty())
            .map(view ->
                new Metered(
                    view.pool().id(),
                    view.id().value(),
                    view.placed().stream().map(Metered::source).toList()));
    Stream<Metered> hosts =
        hosts().stream()
            .filter(HostView::ready)
            .map(view ->
                new Metered(
                    view.host().pool(),
                    view.host().id().toString(),
                    view.node().stream().map(Metered::source).toList()));
    return Stream.concat(hosts, workloads).toList();
  }

  Members members() {
    return Members.of(fleet.hosts(), cluster.nodes());
  }

  private static HostView view(Host host, Members members, Map<String, List<Pod>> pods) {
    var node = members.node(host.id());
    return new HostView(
        host,
        node,
        node.map(it -> pods.getOrDefault(it.getMetadata().getName(), List.of())).orElse(List.of()));
  }

  private static WorkloadView view(
      Pool pool, Scalable scalable, Optional<Scalable> target, Map<String, List<Pod>> pods) {
    List<Pod> neighbours = pods.getOrDefault(scalable.name().namespace(), List.of());
    Scalable running = target.orElse(scalable);
    return new WorkloadView(
        pool, scalable, target, neighbours.stream().filter(running::has).toList());
  }

  private Map<String, Pool> pools() {
    var pools = new TreeMap<String, Pool>();
    fleet
        .pools()
        .forEach(
            pool -> pool.namespaces().forEach(namespace -> pools.putIfAbsent(namespace, pool)));
    return pools;
  }
}
