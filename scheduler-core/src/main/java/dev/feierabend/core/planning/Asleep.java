package dev.feierabend.core.planning;

import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What needs nothing of the hosts of a place, or less: what sleeps as agreed, and guests that rest
/// because the hosts that they are are off.
record Asleep(List<Sleeper> sleepers, Resting resting) {

  boolean isNobody() {
    return sleepers.isEmpty() && resting.until().isEmpty();
  }

  /// How many replicas of each stay awake.
  Map<WorkloadId, Integer> kept() {
    Map<WorkloadId, Integer> kept = HashMap.newHashMap(sleepers.size());
    resting.until().keySet().forEach(guest -> kept.put(guest, 0));
    sleepers.forEach(sleeper -> kept.put(sleeper.workload(), sleeper.keep()));
    return kept;
  }

  /// When the first of them begins to wake.
  Optional<Instant> until() {
    return Stream.concat(
            sleepers.stream().map(sleeper -> sleeper.window().wakeAt()), resting.ends().stream())
        .min(Instant::compareTo);
  }

  /// Whether the same are asleep by the plan in force.
  boolean sameAs(PowerPlan plan) {
    var asleep = new TreeMap<WorkloadId, Integer>();
    sleepers.forEach(sleeper -> asleep.put(sleeper.workload(), sleeper.keep()));
    return plan.windows().keySet().equals(asleep.keySet()) && resting.settled();
  }

  /// Whether that is so to the same ends, too.
  boolean exactlyAs(PowerPlan plan) {
    return plan.sameSleepers(sleepers) && resting.settled();
  }
}
