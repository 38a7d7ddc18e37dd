package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

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
    return draft(fleet, released, demands, guards, at).recorded();
  }

  /// The same plan, for whoever may have to plan once more or not to record it.
  static Draft draft(
      Snapshot fleet,
      SortedMap<WorkloadId, Sleeper> released,
      Demands demands,
      Guards guards,
      Instant at) {
    List<Sleeper> sleepers = Sleepers.among(fleet.workloads(), released, guards, at);
    Evening.Decided hosts = new Evening(fleet, sleepers, demands, guards, at).decided();
    return new Draft(
        new PowerPlan(hosts.chosen().aims(), sleepers, hosts.moves(), hosts.chosen().least(), ""),
        () -> InputDigest.of(fleet, released, demands, guards, at));
  }
}
