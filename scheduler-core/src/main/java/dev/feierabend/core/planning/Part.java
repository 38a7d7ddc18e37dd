package dev.feierabend.core.planning;

import static java.util.stream.Collectors.toSet;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/// What is in one place, and is planned apart from all else: what runs there can't go elsewhere,
/// and reserve and floors are wanted there.
///
/// @param pools those that are there; empty: all
/// @param seen false where nothing of it has been seen yet but what the fleet's document says
record Part(Snapshot fleet, Optional<Set<PoolId>> pools, boolean seen) {

  /// In the order of the places' names; a fleet in one place is one part.
  static List<Part> of(Snapshot fleet) {
    Map<PoolId, String> places = fleet.places().of();
    if (places.isEmpty()) {
      return List.of(new Part(fleet, Optional.empty(), true));
    }
    return new TreeSet<>(places.values()).stream().map(place -> in(place, fleet)).toList();
  }

  private static Part in(String place, Snapshot fleet) {
    Set<PoolId> pools =
        fleet.places().of().entrySet().stream()
            .filter(pool -> pool.getValue().equals(place))
            .map(Map.Entry::getKey)
            .collect(toSet());
    List<Workload> workloads =
        fleet.workloads().stream().filter(it -> pools.contains(it.pool())).toList();
    var placements = new TreeMap<>(fleet.placements());
    placements.keySet().retainAll(workloads.stream().map(Workload::id).collect(toSet()));
    return new Part(
        new Snapshot(
                fleet.at(),
                fleet.hosts().stream().filter(host -> pools.contains(host.pool())).toList(),
                workloads)
            .placed(placements),
        Optional.of(pools),
        !fleet.places().unseen().contains(place));
  }

  /// The plan of each place, in their order. Once there is a drill in one there is none in another.
  static List<Draft> each(
      List<Part> parts, Guards guards, BiFunction<Part, Guards, Draft> planner) {
    var plans = new ArrayList<Draft>();
    for (Part part : parts) {
      boolean drilled = plans.stream().anyMatch(draft -> draft.plan().drills());
      plans.add(planner.apply(part, drilled ? guards.withoutTrials() : guards));
    }
    return plans;
  }

  /// Those of `guests` that are here.
  Resting here(Resting guests) {
    return guests.isNone()
        ? guests
        : guests.among(fleet.workloads().stream().map(Workload::id).collect(toSet()));
  }

  /// What `plan` says of this place.
  PowerPlan of(PowerPlan plan) {
    Set<MachineId> machines = fleet.hosts().stream().map(Host::id).collect(toSet());
    return pools.map(there -> plan.of(machines, there)).orElse(plan);
  }

  /// Whether a policy may cover something here.
  boolean concerns(SchedulePolicy policy) {
    return pools.isEmpty()
        || fleet.workloads().stream().anyMatch(it -> policy.tenants().contains(it.tenant()));
  }

  /// What isn't seen sleeps on as planned until its time: nothing is known that would change that,
  /// and nothing can be done there either.
  PowerPlan asleepStill(PowerPlan decided, Optional<PowerPlan> standing, Instant at) {
    List<Sleeper> still =
        standing.map(PowerPlan::sleepers).orElse(List.of()).stream()
            .filter(it -> at.isBefore(it.window().wakeAt()))
            .toList();
    return new PowerPlan(
        decided.hosts(), still, decided.moves(), decided.least(), decided.inputs());
  }

  /// The plans of several places as one.
  static PowerPlan together(List<PowerPlan> plans) {
    return new PowerPlan(
        plans.stream()
            .flatMap(plan -> plan.hosts().stream())
            .sorted(Comparator.comparing(HostAim::host))
            .toList(),
        plans.stream()
            .flatMap(plan -> plan.sleepers().stream())
            .sorted(Comparator.comparing(Sleeper::workload))
            .toList(),
        plans.stream().<Move>flatMap(plan -> plan.moves().stream()).toList(),
        least(plans),
        "");
  }

  /// The sum of what every place could have on: where none may go, that is what is on there.
  private static Optional<Integer> least(List<PowerPlan> plans) {
    return plans.stream().noneMatch(plan -> plan.least().isPresent())
        ? Optional.empty()
        : Optional.of(plans.stream().mapToInt(plan -> plan.least().orElseGet(plan::hostsOn)).sum());
  }
}
