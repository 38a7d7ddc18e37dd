package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands on what by the last look, and when what is off begins again at the latest: hosts,
/// the nodes that are their guests, what runs on those.
///
/// @param hosts of the places that nodes stand on
/// @param nodes that are guests
public record Stack(Instant at, List<Storey> hosts, List<Storey> nodes) {
  public static final Stack NONE = new Stack(Instant.EPOCH, List.of(), List.of());

  public Stack {
    hosts = List.copyOf(hosts);
    nodes = List.copyOf(nodes);
  }

  /// A host or a node.
  ///
  /// @param beneath what a node that is on runs on
  /// @param begins when it begins again; empty where it is on, or nobody knows
  /// @param wakes when the first begins to wake of what sleeps in a node's place
  public record Storey(
      MachineId host,
      String name,
      Power power,
      Optional<MachineId> beneath,
      Optional<Instant> begins,
      Optional<Instant> wakes) {}

  /// @param beginnings by host
  public static Stack of(Snapshot fleet, PowerPlan plan, Map<MachineId, Instant> beginnings) {
    Layers layers = Layers.of(fleet);
    List<Host> beneath =
        fleet.hosts().stream()
            .filter(host -> layers.guest(host.id()).isEmpty())
            .filter(host ->
                layers.guests().values().stream()
                    .anyMatch(it -> fleet.places().together(host.pool(), it.pool())))
            .toList();
    return new Stack(
        fleet.at(),
        beneath.stream()
            .map(host -> storey(host, Optional.empty(), fleet, plan, beginnings))
            .toList(),
        fleet.hosts().stream()
            .filter(host -> layers.guest(host.id()).isPresent())
            .map(host -> storey(host, layers.guest(host.id()), fleet, plan, beginnings))
            .toList());
  }

  private static Storey storey(
      Host host,
      Optional<Workload> guest,
      Snapshot fleet,
      PowerPlan plan,
      Map<MachineId, Instant> beginnings) {
    return new Storey(
        host.id(),
        host.name(),
        host.power(),
        guest.flatMap(it -> it.on().stream().findFirst()),
        Optional.ofNullable(beginnings.get(host.id())),
        guest.flatMap(_ ->
            plan.sleepers().stream()
                .filter(sleeper -> fleet.places().together(host.pool(), sleeper.pool()))
                .map(sleeper -> sleeper.window().wakeAt())
                .min(Instant::compareTo)));
  }
}
