package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What runs again and isn't reported ready yet.
final class Returned {
  /// A pool's capacity that is due back at `readyBy`.
  record Due(Owner owner, PoolId pool, Instant readyBy) {}

  /// What runs again of it; `since`: when the last one came.
  record Part(Due due, Set<WorkloadId> workloads, Instant since) {}

  record Back(Due due, Instant at) {}

  private final Map<WorkloadId, Back> back = new ConcurrentHashMap<>();

  Map<WorkloadId, Back> remember() {
    return Map.copyOf(back);
  }

  void recall(Map<WorkloadId, Back> memory) {
    back.clear();
    back.putAll(memory);
  }

  void add(WorkloadId workload, Due due, Instant at) {
    back.put(workload, new Back(due, at));
  }

  void drop(Due due) {
    back.values().removeIf(one -> one.due().equals(due));
  }

  /// What sleeps again before it was reported, nobody waits for any more.
  void dropAllWith(WorkloadId workload) {
    Back one = back.get(workload);
    if (one != null) {
      drop(one.due());
    }
  }

  List<Part> parts() {
    var parts = new ArrayList<Part>();
    back.entrySet().stream()
        .collect(Collectors.groupingBy(entry -> entry.getValue().due()))
        .forEach((due, entries) -> parts.add(part(due, entries)));
    return parts;
  }

  private static Part part(Due due, List<Map.Entry<WorkloadId, Back>> entries) {
    return new Part(
        due,
        entries.stream().map(Map.Entry::getKey).collect(Collectors.toSet()),
        entries.stream().map(entry -> entry.getValue().at()).max(Instant::compareTo).orElseThrow());
  }
}
