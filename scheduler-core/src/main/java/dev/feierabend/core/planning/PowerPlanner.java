package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decides what shall sleep and which hosts may be off. Pure: the world comes in, time included;
/// equal inputs give an equal plan. Only what active agreements release may sleep, and no more
/// hosts go than the share of the capacity that is released.
public final class PowerPlanner {
  private PowerPlanner() {}

  /// @param released what agreements let sleep at `at`, by workload
  public static PowerPlan plan(
      Snapshot fleet,
      SortedMap<WorkloadId, Sleeper> released,
      Demands demands,
      Guards guards,
      Instant at) {
    List<Sleeper> sleepers = Sleepers.among(fleet.workloads(), released, guards, at);
    var kept = new TreeMap<WorkloadId, Integer>();
    sleepers.forEach(sleeper -> kept.put(sleeper.workload(), sleeper.keep()));
    SortedMap<MachineId, HostStanding> standings = standings(fleet, kept, guards, at);
    HostBudget budget = HostBudget.of(fleet, sleepers, standings, guards);
    Optional<PowerPlan> settled = guards.standing().filter(_ -> budget.settled());
    var running =
        new Running(
            kept,
            demands,
            carrying(fleet.hosts(), standings),
            settled.map(PowerPlan::movesOn).orElseGet(TreeMap::new));
    var scene =
        new Scene(
            fleet.hosts(),
            standings,
            budget.allowed() == 0 ? List.of() : running.of(fleet.workloads()),
            guards.offSince(),
            Terms.of(guards.rules(), sleepers, budget.settled(), at));
    Chosen chosen = new HostChoice(scene, budget, guards.standing()).chosen();
    return new PowerPlan(
        chosen.aims(),
        sleepers,
        budget.allowed() == 0 ? List.of() : running.migrations(fleet.workloads(), chosen.moves()),
        chosen.least(),
        InputDigest.of(fleet, released, demands, guards, at));
  }

  private static SortedMap<MachineId, HostStanding> standings(
      Snapshot fleet, Map<WorkloadId, Integer> kept, Guards guards, Instant at) {
    Map<MachineId, WorkloadId> pinned = pinned(fleet.workloads(), kept);
    var standings = new TreeMap<MachineId, HostStanding>();
    for (Host host : fleet.hosts()) {
      Optional<WorkloadId> guest = Optional.ofNullable(pinned.get(host.id()));
      standings.put(host.id(), HostStanding.of(host, guest, guards, at));
    }
    return standings;
  }

  /// Hosts of what stays awake, if only in part, and cannot leave; of several the first.
  private static Map<MachineId, WorkloadId> pinned(
      List<Workload> workloads, Map<WorkloadId, Integer> kept) {
    var pinned = new TreeMap<MachineId, WorkloadId>();
    workloads.stream()
        .filter(workload -> workload.mobility() == Mobility.PINNED)
        .filter(workload -> kept.getOrDefault(workload.id(), 1) > 0)
        .forEach(workload ->
            workload
                .on()
                .forEach(host ->
                    pinned.merge(
                        host,
                        workload.id(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other)));
    return pinned;
  }

  /// Hosts on which something can be counted on to run.
  private static Set<MachineId> carrying(List<Host> hosts, Map<MachineId, HostStanding> standings) {
    var carrying = new HashSet<MachineId>();
    for (Host host : hosts) {
      boolean carries =
          switch (standings.get(host.id())) {
            case HostStanding.Fixed fixed -> fixed.carries();
            case HostStanding.Free _ -> host.power() == Power.ON;
            case null -> false;
          };
      if (carries) {
        carrying.add(host.id());
      }
    }
    return carrying;
  }
}
