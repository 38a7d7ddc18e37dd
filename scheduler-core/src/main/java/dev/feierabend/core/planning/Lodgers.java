package dev.feierabend.core.planning;

import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which guests each workload has, and where they are.
final class Lodgers {
  private final SortedMap<WorkloadId, List<Guest>> guests = new TreeMap<>();
  private final Map<WorkloadId, Map<MachineId, Integer>> there = new HashMap<>();

  Lodgers(List<Guest> all) {
    for (Guest guest : all) {
      WorkloadId workload = guest.id().workload();
      guests.computeIfAbsent(workload, _ -> new ArrayList<>()).add(guest);
      guest
          .home()
          .ifPresent(home ->
              there.computeIfAbsent(workload, _ -> new HashMap<>()).merge(home, 1, Integer::sum));
    }
  }

  SortedSet<WorkloadId> workloads() {
    return new TreeSet<>(guests.keySet());
  }

  boolean has(WorkloadId workload) {
    return guests.containsKey(workload);
  }

  List<Guest> of(WorkloadId workload) {
    return guests.getOrDefault(workload, List.of());
  }

  int at(WorkloadId workload, MachineId host) {
    return there.getOrDefault(workload, Map.of()).getOrDefault(host, 0);
  }

  /// Whose guests are on `host`.
  Stream<WorkloadId> at(MachineId host) {
    return guests.keySet().stream().filter(workload -> at(workload, host) > 0);
  }

  /// How many there are where most of them are together.
  int crowd(WorkloadId workload) {
    return there.getOrDefault(workload, Map.of()).values().stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }
}
