package dev.feierabend.core.archiving;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Plans: each owner's last is in force, and by when a workload is due back was said by those since
/// its last sleep began, and the one before.
final class PlanUse {
  /// The plans that still tell something of a workload.
  private static final class Told {
    private final Deque<Long> plans = new ArrayDeque<>();
    private boolean acted;
  }

  private final Map<String, Told> workloads = new HashMap<>();
  private final Map<Owner, Long> inForce = new HashMap<>();

  /// How many workloads a plan still tells something of.
  private final Map<Long, Integer> uses = new HashMap<>();

  private final BitSet decided = new BitSet();

  void take(long commit, PlanDecided plan) {
    decided.set(Math.toIntExact(commit));
    inForce.put(plan.owner(), commit);
    for (var sleeper : plan.sleepers()) {
      var told = workloads.computeIfAbsent(sleeper.workload().value(), _ -> new Told());
      if (!told.acted) {
        forget(told, 0);
      }
      told.plans.addLast(commit);
      uses.merge(commit, 1, Integer::sum);
    }
  }

  /// @param anew whether what happened before to this workload is done with
  void actedOn(String workload, boolean anew) {
    var told = workloads.computeIfAbsent(workload, _ -> new Told());
    told.acted = true;
    if (anew) {
      forget(told, 1);
    }
  }

  private void forget(Told told, int allBut) {
    while (told.plans.size() > allBut) {
      uses.computeIfPresent(told.plans.removeFirst(), (_, count) -> count == 1 ? null : count - 1);
    }
  }

  boolean leaves(long commit) {
    return decided.get(Math.toIntExact(commit))
        && !uses.containsKey(commit)
        && !inForce.containsValue(commit);
  }
}
