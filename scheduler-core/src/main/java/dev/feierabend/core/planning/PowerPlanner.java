package dev.feierabend.core.planning;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Packing.Item;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    List<Item> items = items(fleet, kept, demands);
    var standings = new TreeMap<MachineId, HostStanding>();
    Set<MachineId> pinned = pinned(fleet.workloads(), kept);
    for (Host host : fleet.hosts()) {
      standings.put(host.id(), HostStanding.of(host, pinned.contains(host.id()), guards, at));
    }
    HostChoice choice = choice(fleet, standings, items, guards);
    List<Reason> stays = HostBudget.of(fleet, sleepers, guards, at).stays(choice, standings);
    int keep = stays.size();
    var on = new TreeMap<MachineId, Reason>();
    for (int i = 0; i < keep; i++) {
      on.put(choice.first(keep).get(i).id(), stays.get(i));
    }
    Reason goes =
        new Reason.FitsElsewhere(on.size(), guards.rules().reserve(), fleet.hosts().size());
    List<HostAim> aims = HostAims.of(fleet.hosts(), standings, on, goes, sleepers.isEmpty());
    String inputs = InputDigest.of(fleet, released, demands, guards, at);
    return new PowerPlan(aims, sleepers, moves(items, choice.placed(keep), fleet), inputs);
  }

  /// Hosts of what stays awake, if only in part, and cannot leave.
  private static Set<MachineId> pinned(
      List<Workload> workloads, SortedMap<WorkloadId, Integer> kept) {
    return workloads.stream()
        .filter(workload -> workload.mobility() == Mobility.PINNED)
        .filter(workload -> kept.getOrDefault(workload.id(), 1) > 0)
        .flatMap(workload -> workload.on().stream())
        .collect(Collectors.toSet());
  }

  private static HostChoice choice(
      Snapshot fleet, Map<MachineId, HostStanding> standings, List<Item> items, Guards guards) {
    var carrying = new ArrayList<Host>();
    var free = new ArrayList<Host>();
    for (Host host : fleet.hosts()) {
      switch (requireNonNull(standings.get(host.id()))) {
        case HostStanding.Free _ -> free.add(host);
        case HostStanding.Fixed fixed when fixed.carries() -> carrying.add(host);
        case HostStanding.Fixed _ -> {}
      }
    }
    return new HostChoice(carrying, free, items, guards);
  }

  /// Every replica that must run: where it is, or homeless if it has to be woken.
  ///
  /// @param kept how many of each sleeper
  private static List<Item> items(
      Snapshot fleet, SortedMap<WorkloadId, Integer> kept, Demands demands) {
    var items = new ArrayList<Item>();
    for (Workload workload : fleet.workloads()) {
      int awake = Math.max(workload.whole(), workload.on().size());
      int replicas = kept.getOrDefault(workload.id(), awake);
      for (int i = 0; i < replicas; i++) {
        Optional<MachineId> home =
            i < workload.on().size() ? Optional.of(workload.on().get(i)) : Optional.empty();
        items.add(new Item(workload.id(), demands.of(workload), home));
      }
    }
    return items;
  }

  private static List<Move> moves(
      List<Item> items, Optional<List<MachineId>> placed, Snapshot fleet) {
    var mobility = new TreeMap<WorkloadId, Mobility>();
    fleet.workloads().forEach(workload -> mobility.put(workload.id(), workload.mobility()));
    return placed.stream()
        .flatMap(places ->
            IntStream.range(0, places.size())
                .filter(i -> mobility.get(items.get(i).workload()) == Mobility.MIGRATED)
                .filter(i -> items.get(i).home().filter(h -> !h.equals(places.get(i))).isPresent())
                .mapToObj(i ->
                    new Move(
                        items.get(i).workload(), items.get(i).home().orElseThrow(), places.get(i))))
        .toList();
  }
}
