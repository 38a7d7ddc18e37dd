package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Which of the released workloads really sleep: not what is frozen, left to a person, busy, awake
/// and in doubt whatever was planned, not yet among those that may, or due back so soon that
/// sleeping would not pay.
final class Sleepers {
  /// Less than this is not worth a shutdown.
  static final Duration SHORTEST = Duration.ofMinutes(30);

  private Sleepers() {}

  static List<Sleeper> among(
      List<Workload> workloads,
      SortedMap<WorkloadId, Sleeper> released,
      Guards guards,
      Instant at) {
    var standing = guards.standing().map(PowerPlan::windows).orElseGet(Map::of);
    return workloads.stream()
        .flatMap(workload ->
            Optional.ofNullable(released.get(workload.id())).stream()
                .filter(_ -> mayAct(workload, guards, at) && !inDoubt(workload, guards, at))
                .filter(sleeper ->
                    sleeper.window().equals(standing.get(workload.id()))
                        || workload.asleep()
                        || worthwhile(sleeper, at)))
        .toList();
  }

  private static boolean mayAct(Workload workload, Guards guards, Instant at) {
    return !guards.frozen(Owner.of(workload.tenant()))
        && !guards.notYet().containsKey(workload.id())
        && !guards.busy().containsKey(workload.id())
        && guards.leftToPerson(workload.id().value(), at).isEmpty();
  }

  /// True for what would be taken away though it isn't known how it is by now.
  static boolean inDoubt(Workload workload, Guards guards, Instant at) {
    boolean stale = workload.seen().plus(guards.rules().staleAfter()).isBefore(at);
    return stale && !workload.asleep();
  }

  private static boolean worthwhile(Sleeper sleeper, Instant at) {
    return !at.plus(SHORTEST).isAfter(sleeper.window().wakeAt());
  }
}
