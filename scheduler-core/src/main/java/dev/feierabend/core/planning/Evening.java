package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is to be decided for the hosts of one place, once it is known what sleeps there.
record Evening(Snapshot fleet, List<Sleeper> sleepers, Demands demands, Guards guards, Instant at) {

  /// @param moves of what is migrated
  record Decided(Chosen chosen, List<Move> moves) {}

  /// With a drill where there is one to be made and the rest carries everything; else without.
  Decided decided() {
    Map<MachineId, HostStanding> standings = standings();
    return new Tryout(fleet.hosts(), standings, guards, asleep(), at)
        .drill()
        .flatMap(drill -> drilling(drill, standings))
        .orElseGet(() -> decided(standings, budget(standings, Optional.empty())));
  }

  private Optional<Decided> drilling(Tryout.Drill drill, Map<MachineId, HostStanding> standings) {
    var tried = new HashMap<>(standings);
    tried.put(drill.host(), new HostStanding.Fixed(false, false, drill.reason()));
    HostBudget budget = budget(tried, Optional.of(drill));
    return budget.bears()
        ? Optional.of(decided(tried, budget)).filter(decided -> decided.chosen().bears())
        : Optional.empty();
  }

  private Decided decided(Map<MachineId, HostStanding> standings, HostBudget budget) {
    Map<WorkloadId, Integer> kept = asleep().kept();
    Set<MachineId> drilled = drilled(standings);
    boolean idle = budget.allowed() == 0 && drilled.isEmpty();
    var running =
        new Running(kept, demands, carrying(fleet.hosts(), standings), drilled, underway(budget));
    var quarters = new Quarters(fleet.placements(), open(fleet.hosts(), standings));
    var scene =
        new Scene(
            fleet.hosts(),
            standings,
            idle ? List.of() : quarters.guests(running.of(fleet.workloads())),
            quarters,
            guards.offSince(),
            Terms.of(guards.rules(), until(standings), budget.settled(), at));
    Chosen chosen = new HostChoice(scene, budget, guards.standing()).chosen();
    return new Decided(
        chosen, idle ? List.of() : running.migrations(fleet.workloads(), chosen.moves()));
  }

  private HostBudget budget(Map<MachineId, HostStanding> standings, Optional<Tryout.Drill> drill) {
    return HostBudget.of(fleet, asleep(), standings, guards, drill);
  }

  /// Who is on its way by the plan in force.
  private Map<WorkloadId, Move> underway(HostBudget budget) {
    return guards
        .standing()
        .filter(_ -> budget.settled())
        .map(PowerPlan::movesOn)
        .orElseGet(TreeMap::new);
  }

  /// When the first of those that sleep begins to wake, or a drill without any has to be over.
  private Instant until(Map<MachineId, HostStanding> standings) {
    return asleep()
        .until()
        .or(() -> standings.values().stream().flatMap(it -> Tryout.until(it).stream()).findFirst())
        .orElse(at);
  }

  private Asleep asleep() {
    return new Asleep(sleepers, demands.resting());
  }

  private Map<MachineId, HostStanding> standings() {
    Map<MachineId, WorkloadId> pinned = pinned(fleet.workloads(), asleep().kept());
    var standings = HashMap.<MachineId, HostStanding>newHashMap(fleet.hosts().size());
    for (Host host : fleet.hosts()) {
      Optional<Reason> held = Optional.ofNullable(pinned.get(host.id())).map(this::held);
      standings.put(host.id(), HostStanding.of(host, held, guards, at));
    }
    return standings;
  }

  private Reason held(WorkloadId workload) {
    return Optional.ofNullable(fleet.placements().get(workload))
        .flatMap(Placement::untold)
        .<Reason>map(what -> new Reason.UntoldPlace(workload, what))
        .orElseGet(() -> new Reason.HomeOf(workload));
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

  private static Set<MachineId> drilled(Map<MachineId, HostStanding> standings) {
    var drilled = new TreeSet<MachineId>();
    standings.forEach((host, standing) -> {
      if (Tryout.until(standing).isPresent()) {
        drilled.add(host);
      }
    });
    return drilled;
  }

  /// Hosts that take guests, once they are on.
  private static Set<MachineId> open(List<Host> hosts, Map<MachineId, HostStanding> standings) {
    var open = carrying(hosts, standings);
    standings.forEach((host, standing) -> {
      if (standing instanceof HostStanding.Free) {
        open.add(host);
      }
    });
    return open;
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
