package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// What stays up though it is released: what is measured busy, and what nobody puts to sleep. Of
/// the latter, what sleeps already is left to its wake.
final class Staying {
  private Staying() {}

  static SortedMap<WorkloadId, Reason> of(
      Snapshot fleet, SortedMap<WorkloadId, Sleeper> released, Watch watch, Instant at) {
    var staying = new TreeMap<>(watch.against(fleet.workloads(), released, at));
    fleet
        .exempt()
        .forEach((id, exemption) -> {
          boolean awake = fleet.workload(id).filter(it -> !it.asleep()).isPresent();
          if (awake && released.containsKey(id)) {
            staying.put(id, Reason.Exempt.of(exemption));
          }
        });
    return staying;
  }
}
