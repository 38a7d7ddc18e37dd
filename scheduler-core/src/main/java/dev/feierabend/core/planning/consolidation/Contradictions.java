package dev.feierabend.core.planning.consolidation;

import static java.util.Objects.requireNonNull;

import dev.feierabend.core.planning.consolidation.Rule.Apart;
import dev.feierabend.core.planning.consolidation.Rule.Together;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rules that can't all be obeyed. Two guests that rules chain to one host may neither be kept
/// apart, nor pinned to different hosts, nor bound to zones that have nothing in common; and guests
/// pinned to one host may not be kept apart. The shortest chain is the smallest set.
///
/// Three zone sets that only together have nothing in common, and more guests apart than there are
/// hosts, are no contradiction here but an alarm of the plan.
final class Contradictions {
  private final Map<GuestId, Guest> guests = new HashMap<>();
  private final Map<GuestId, List<Together>> chains = new TreeMap<>();
  private final List<Apart> aparts = new ArrayList<>();
  private final Map<Object, String> zones = new HashMap<>();
  private final List<Fault.Contradiction> found = new ArrayList<>();

  /// How a guest was reached: from which other, by which rule.
  private record Step(GuestId from, Together by) {}

  private Contradictions(Sorted sorted) {
    sorted.guests().forEach(guest -> guests.put(guest.id(), guest));
    sorted.hosts().forEach(host -> zones.put(host.id(), host.zone()));
    for (Rule rule : sorted.rules()) {
      switch (rule) {
        case Apart apart -> aparts.add(apart);
        case Together together ->
            together
                .guests()
                .forEach(it -> chains.computeIfAbsent(it, _ -> new ArrayList<>()).add(together));
      }
    }
  }

  /// The smallest one, if there is any.
  static List<Fault.Contradiction> of(Sorted sorted) {
    if (sorted.rules().isEmpty()) {
      return List.of();
    }
    var all = new Contradictions(sorted);
    all.chains.keySet().forEach(all::along);
    all.aparts.forEach(all::pinnedTogether);
    return all.found.stream()
        .min(Comparator.comparingInt(it -> it.rules().size() + it.guests().size()))
        .stream()
        .toList();
  }

  /// Breadth first, so that each is reached by the fewest rules.
  private void along(GuestId first) {
    var reached = new HashMap<GuestId, Optional<Step>>();
    var next = new ArrayDeque<GuestId>(List.of(first));
    reached.put(first, Optional.empty());
    while (!next.isEmpty()) {
      GuestId at = next.remove();
      if (clash(first, at, reached)) {
        return;
      }
      for (Together by : chains.getOrDefault(at, List.of())) {
        for (GuestId other : by.guests()) {
          if (reached.putIfAbsent(other, Optional.of(new Step(at, by))) == null) {
            next.add(other);
          }
        }
      }
    }
  }

  private boolean clash(GuestId one, GuestId other, Map<GuestId, Optional<Step>> reached) {
    if (one.compareTo(other) >= 0) {
      return false;
    }
    Optional<Apart> apart =
        aparts.stream()
            .filter(it -> it.guests().contains(one) && it.guests().contains(other))
            .findFirst();
    if (apart.isEmpty() && agree(guest(one), guest(other))) {
      return false;
    }
    var rules = new TreeSet<String>();
    apart.ifPresent(it -> rules.add(it.name()));
    var members = new TreeSet<GuestId>();
    members.add(one);
    GuestId at = other;
    for (Optional<Step> step = reached.get(at); step != null && step.isPresent(); ) {
      members.add(at);
      rules.add(step.get().by().name());
      at = step.get().from();
      step = reached.get(at);
    }
    found.add(new Fault.Contradiction(List.copyOf(rules), members));
    return true;
  }

  private boolean agree(Guest one, Guest other) {
    if (one.pinned() && other.pinned()) {
      return one.home().equals(other.home());
    }
    SortedSet<String> left = where(one);
    SortedSet<String> right = where(other);
    return left.isEmpty() || right.isEmpty() || !Collections.disjoint(left, right);
  }

  private SortedSet<String> where(Guest guest) {
    return guest.pinned()
        ? new TreeSet<>(List.of(requireNonNull(zones.get(guest.home().orElseThrow()))))
        : guest.zones();
  }

  private void pinnedTogether(Apart apart) {
    var there = new HashMap<Object, GuestId>();
    for (GuestId id : apart.guests()) {
      Guest guest = guest(id);
      if (guest.pinned()) {
        Object home = guest.home().orElseThrow();
        Object place = apart.within() == Rule.Within.ZONE ? zones.getOrDefault(home, "") : home;
        GuestId before = there.putIfAbsent(place, id);
        if (before != null) {
          found.add(
              new Fault.Contradiction(List.of(apart.name()), new TreeSet<>(List.of(before, id))));
          return;
        }
      }
    }
  }

  private Guest guest(GuestId id) {
    return requireNonNull(guests.get(id));
  }
}
