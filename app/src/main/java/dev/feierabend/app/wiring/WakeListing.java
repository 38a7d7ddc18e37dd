package dev.feierabend.app.wiring;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.feierabend.core.acting.Slumber;
import dev.feierabend.kubernetes.clusters.Names;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes wake lists of a fleet. Pure. A host is on one from the moment it is to be taken out of
/// service until it serves again: who is woken without need is on already, and is left alone.
public record WakeListing(Fleet fleet, WakeList.Means means) {

  /// The list of a service with these settings.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where what they name is not there
  public static WakeListing of(Fleet fleet, ServiceProperties properties) {
    return new WakeListing(
        fleet, properties.power().means(Optional.ofNullable(properties.credentials())));
  }

  /// Every host that can be woken so, whether it sleeps or not.
  public WakeList all(Instant at) {
    return list(_ -> true, _ -> Optional.empty(), at);
  }

  /// What sleeps or may still stop, and `also`, which is about to.
  WakeList of(Slumber.Sleepers slumber, Set<MachineId> also, Instant at) {
    return list(
        host ->
            slumber.hosts().contains(host.id())
                || slumber.late().containsKey(host.id())
                || also.contains(host.id()),
        needed(slumber),
        at);
  }

  private WakeList list(
      Predicate<Host> wanted, Function<Host, Optional<Instant>> readyBy, Instant at) {
    List<Sleeper> hosts =
        fleet.hosts().stream()
            .filter(wanted)
            .flatMap(host ->
                host.control().filter(it -> WakeList.reaches(it.kind())).stream()
                    .map(control -> sleeper(host, control, readyBy.apply(host))))
            .toList();
    Set<String> used = hosts.stream().map(host -> host.control().controller()).collect(toSet());
    List<Controller> controllers =
        fleet.controllers().stream().filter(it -> used.contains(it.name())).toList();
    return new WakeList(
        fleet.name(), at.truncatedTo(ChronoUnit.SECONDS), means, controllers, hosts);
  }

  private static Sleeper sleeper(Host host, Control control, Optional<Instant> readyBy) {
    return new Sleeper(host.id(), host.name(), control, readyBy, host.electricity().boot());
  }

  /// A host is needed when the first of its cluster is that sleeps; where none of it does, as soon
  /// as any.
  private Function<Host, Optional<Instant>> needed(Slumber.Sleepers slumber) {
    Map<PoolId, Optional<String>> clusters =
        fleet.pools().stream().collect(toMap(Pool::id, Pool::place));
    Optional<Instant> first = earliest(slumber, _ -> true);
    Map<Optional<String>, Optional<Instant>> firsts =
        clusters.values().stream()
            .distinct()
            .collect(
                toMap(
                    Function.identity(),
                    cluster -> earliest(slumber, cluster::equals).or(() -> first)));
    Function<Host, Optional<Instant>> own =
        host -> firsts.getOrDefault(clusters.getOrDefault(host.pool(), Optional.empty()), first);
    return host ->
        Stream.concat(own.apply(host).stream(), begun(host, own)).min(Instant::compareTo);
  }

  /// When the nodes must begin that are guests where the host is.
  private Stream<Instant> begun(Host host, Function<Host, Optional<Instant>> readyBy) {
    Optional<String> hypervisor =
        fleet.hypervisors().stream()
            .map(Controller::name)
            .filter(name -> fleet.in(Optional.of(name)).hosts().contains(host))
            .findFirst();
    return hypervisor.isEmpty()
        ? Stream.empty()
        : fleet.nodes().stream()
            .filter(node -> fleet.carrier(node).equals(hypervisor))
            .flatMap(node ->
                readyBy.apply(node).map(it -> it.minus(node.electricity().boot())).stream());
  }

  /// A guest is where its pool is, anything else where its name says.
  private Optional<String> place(WorkloadId workload) {
    return fleet.hosts().stream()
        .flatMap(host -> host.guests().stream())
        .filter(guest -> Names.guest(guest.id()).equals(workload))
        .findFirst()
        .map(Guest::pool)
        .map(pool -> fleet.pools().stream().filter(it -> it.id().equals(pool)).findFirst())
        .map(pool -> pool.flatMap(Pool::place))
        .orElseGet(() -> Names.clusterOf(workload));
  }

  private Optional<Instant> earliest(
      Slumber.Sleepers slumber, Predicate<Optional<String>> cluster) {
    return slumber.workloads().entrySet().stream()
        .filter(slept -> cluster.test(place(slept.getKey())))
        .flatMap(slept -> slept.getValue().readyBy().stream())
        .min(Instant::compareTo);
  }
}
