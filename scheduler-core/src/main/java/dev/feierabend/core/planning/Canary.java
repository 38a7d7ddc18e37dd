package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which workloads sleep first while the others don't yet: by the digests of their names, so that
/// they are the same every night. A group of an order stays together, and is never among the first
/// without what goes down before it: a database must not sleep while its front is awake.
///
/// @param since when that began
public record Canary(Staging staging, Instant since) {
  /// Where a workload stands among those that its agreement orders.
  ///
  /// @param order the agreement; empty where none orders it
  /// @param name of what is taken whole
  private record Place(String order, int rank, String name) {
    String draw() {
      return InputDigest.hex(List.of(name));
    }
  }

  /// What is taken whole, in the order in which it is.
  private record Unit(String draw, int rank, String name) implements Comparable<Unit> {
    private static final Comparator<Unit> ORDER =
        Comparator.comparing(Unit::draw).thenComparingInt(Unit::rank).thenComparing(Unit::name);

    @Override
    public int compareTo(Unit other) {
      return ORDER.compare(this, other);
    }
  }

  /// Those of `workloads` that aren't among the first. What sleeps by the plan in force, since this
  /// began, goes on sleeping until it wakes: whatever others bring or take away at night.
  public SortedMap<WorkloadId, Reason.Staged> notYet(
      List<Workload> workloads, List<Agreements.Entry> active, Optional<PowerPlan> standing) {
    var reason = new Reason.Staged(staging.percent(), since);
    SortedSet<WorkloadId> first = first(places(workloads, active));
    standing.map(PowerPlan::windows).orElseGet(Map::of).entrySet().stream()
        .filter(sleeper -> !sleeper.getValue().since().isBefore(since))
        .forEach(sleeper -> first.add(sleeper.getKey()));
    var notYet = new TreeMap<WorkloadId, Reason.Staged>();
    workloads.stream()
        .map(Workload::id)
        .filter(workload -> !first.contains(workload))
        .forEach(workload -> notYet.put(workload, reason));
    return notYet;
  }

  /// As many as the share allows, and at least one unit.
  private SortedSet<WorkloadId> first(SortedMap<WorkloadId, Place> places) {
    var first = new TreeSet<WorkloadId>();
    for (SortedSet<WorkloadId> unit : units(places).values()) {
      if (!first.isEmpty() && first.size() + unit.size() > places.size() * staging.share()) {
        break;
      }
      first.addAll(unit);
    }
    return first;
  }

  /// A group is drawn no earlier than anything that goes down before it.
  private static SortedMap<Unit, SortedSet<WorkloadId>> units(SortedMap<WorkloadId, Place> places) {
    var latest = new TreeMap<String, TreeMap<Integer, String>>();
    for (Place place : places.values()) {
      latest
          .computeIfAbsent(place.order(), _ -> new TreeMap<>())
          .merge(place.rank(), place.draw(), Canary::later);
    }
    var units = new TreeMap<Unit, SortedSet<WorkloadId>>();
    places.forEach((workload, place) -> {
      var before = latest.computeIfAbsent(place.order(), _ -> new TreeMap<>());
      String draw =
          place.rank() == 0
              ? place.draw()
              : Collections.max(before.headMap(place.rank(), true).values());
      var unit = new Unit(draw, place.rank(), place.name());
      units.computeIfAbsent(unit, _ -> new TreeSet<>()).add(workload);
    });
    return units;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// Of all that agreements in force cover.
  private SortedMap<WorkloadId, Place> places(
      List<Workload> workloads, List<Agreements.Entry> active) {
    var places = new TreeMap<WorkloadId, Place>();
    for (Workload workload : workloads) {
      active.stream()
          .filter(entry -> Releases.covers(entry, workload.tenant(), workload))
          .map(entry -> place(workload, entry))
          .max(Comparator.comparingInt(Place::rank).thenComparing(Place::order))
          .ifPresent(place -> places.put(workload.id(), place));
    }
    return places;
  }

  private Place place(Workload workload, Agreements.Entry entry) {
    var order = entry.policy().clauses().order();
    int rank = order.rank(workload);
    String agreement = order.groups().isEmpty() ? "" : entry.agreement().toString();
    return new Place(agreement, rank, rank == 0 ? alone(workload) : agreement + "#" + rank);
  }

  private String alone(Workload workload) {
    return switch (staging.by()) {
      case WORKLOAD -> workload.id().value();
      case POOL -> workload.pool().value();
    };
  }
}
