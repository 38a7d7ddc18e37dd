package dev.feierabend.core.planning;

import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.core.planning.consolidation.GuestId;
import dev.feierabend.core.planning.consolidation.Rule;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What owners require of where their workloads are, in the terms of consolidation: zones of single
/// hosts, and rules of guests that are apart.
///
/// @param placements of the workloads that have any
/// @param open hosts that may take guests
record Quarters(SortedMap<WorkloadId, Placement> placements, Set<MachineId> open) {
  /// Where nobody may be, as an empty set of zones means any.
  private static final String NOWHERE = "nowhere";

  /// Where some are bound to hosts, each host is a zone.
  Function<MachineId, String> zones() {
    boolean bound = placements.values().stream().anyMatch(it -> it.hosts().isPresent());
    return bound ? Quarters::zone : _ -> "";
  }

  private static String zone(MachineId host) {
    return host.toString();
  }

  Placement of(WorkloadId workload) {
    return placements.getOrDefault(workload, Placement.ANYWHERE);
  }

  /// The same guests, bound as their owners require. Where they break that by now nobody is led to
  /// where it holds: what runs goes on running, and stays. Who runs nowhere and could not run
  /// either if everything were on needs nothing.
  List<Guest> guests(List<Guest> all) {
    if (placements.isEmpty()) {
      return all;
    }
    var there = new Lodgers(all);
    Map<WorkloadId, SortedSet<WorkloadId>> apart = apart(there);
    Map<WorkloadId, Integer> places = new HashMap<>();
    var bound = new ArrayList<Guest>();
    for (Guest guest : all) {
      WorkloadId workload = guest.id().workload();
      Set<WorkloadId> others = apart.getOrDefault(workload, Collections.emptySortedSet());
      boolean room =
          guest.home().isPresent()
              || places.merge(workload, 1, Integer::sum) <= places(workload, others, there);
      if (room) {
        boolean stays = breaks(guest, others, there);
        bound.add(
            new Guest(guest.id(), guest.peak(), guest.home(), stays, zones(guest, of(workload))));
      }
    }
    return bound;
  }

  /// @param bound as told by [#guests]
  List<Rule> rules(List<Guest> bound) {
    if (placements.isEmpty()) {
      return List.of();
    }
    var there = new Lodgers(bound);
    var rules = new ArrayList<Rule>();
    for (WorkloadId workload : there.workloads()) {
      int most = of(workload).most();
      if (most > 0 && there.crowd(workload) <= most) {
        spread(there.of(workload), most).forEach(group -> add(group, rules));
      }
    }
    apart(there)
        .forEach((one, others) ->
            others.tailSet(one).forEach(other -> pairs(there.of(one), there.of(other), rules)));
    return rules;
  }

  /// Whom each may not share a host with: who is kept apart from another keeps that one apart, too.
  SortedMap<WorkloadId, SortedSet<WorkloadId>> apart(Lodgers there) {
    var apart = new TreeMap<WorkloadId, SortedSet<WorkloadId>>();
    for (WorkloadId one : there.workloads()) {
      for (WorkloadId other : of(one).apart()) {
        if (!one.equals(other) && there.has(other)) {
          apart.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
          apart.computeIfAbsent(other, _ -> new TreeSet<>()).add(one);
        }
      }
    }
    return apart;
  }

  private boolean breaks(Guest guest, Set<WorkloadId> others, Lodgers there) {
    if (guest.pinned() || guest.home().isEmpty()) {
      return guest.pinned();
    }
    int most = of(guest.id().workload()).most();
    return (most > 0 && there.crowd(guest.id().workload()) > most)
        || others.stream().anyMatch(other -> there.at(other, guest.home().get()) > 0);
  }

  /// How many more could run if everything were on.
  private int places(WorkloadId workload, Set<WorkloadId> others, Lodgers there) {
    Placement placement = of(workload);
    Stream<MachineId> hosts =
        open.stream()
            .filter(placement::admits)
            .filter(host -> others.stream().allMatch(other -> there.at(other, host) == 0));
    return placement.most() == 0
        ? hosts.findAny().map(_ -> Integer.MAX_VALUE).orElse(0)
        : hosts.mapToInt(host -> Math.max(0, placement.most() - there.at(workload, host))).sum();
  }

  /// Where it is it may stay.
  private static SortedSet<String> zones(Guest guest, Placement placement) {
    var zones = new TreeSet<String>();
    if (placement.hosts().isPresent()) {
      zones.add(NOWHERE);
      placement.hosts().get().forEach(host -> zones.add(zone(host)));
      guest.home().ifPresent(home -> zones.add(zone(home)));
    }
    return zones;
  }

  /// As many groups as one host may have guests, each with one a host at the most: whoever obeys
  /// them has no more of them on a host. Those of one host are in different groups, as equal ones
  /// as that allows.
  private static List<SortedSet<GuestId>> spread(List<Guest> guests, int most) {
    var groups = new ArrayList<SortedSet<GuestId>>();
    Map<MachineId, Set<SortedSet<GuestId>>> taken = new HashMap<>();
    for (int group = 0; group < Math.min(most, guests.size()); group++) {
      groups.add(new TreeSet<>());
    }
    for (Guest guest : guests) {
      Set<SortedSet<GuestId>> others =
          guest
              .home()
              .map(home ->
                  taken.computeIfAbsent(
                      home, _ -> Collections.newSetFromMap(new IdentityHashMap<>())))
              .orElseGet(HashSet::new);
      SortedSet<GuestId> group =
          groups.stream().filter(it -> !others.contains(it)).min(Quarters::bySize).orElseThrow();
      others.add(group);
      group.add(guest.id());
    }
    return groups;
  }

  private static int bySize(Set<GuestId> one, Set<GuestId> other) {
    return Integer.compare(one.size(), other.size());
  }

  /// Who shares a host by now stays there, and isn't asked to obey.
  private static void pairs(List<Guest> ones, List<Guest> others, List<Rule> rules) {
    for (Guest one : ones) {
      for (Guest other : others) {
        if (one.home().isEmpty() || !one.home().equals(other.home())) {
          add(new TreeSet<>(List.of(one.id(), other.id())), rules);
        }
      }
    }
  }

  private static void add(SortedSet<GuestId> apart, List<Rule> rules) {
    if (apart.size() > 1) {
      rules.add(new Rule.Apart("apart-%08d".formatted(rules.size()), apart, Rule.Within.HOST));
    }
  }
}
