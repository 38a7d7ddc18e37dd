package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Which of the released workloads really sleep: not what is frozen, left to a person, in doubt, or
/// due back so soon that sleeping would not pay.
final class Sleepers {
  /// Less than this is not worth a shutdown.
  static final Duration SHORTEST = Duration.ofMinutes(30);

  private Sleepers() {}

  static List<Sleeper> among(
      List<Workload> workloads,
      SortedMap<WorkloadId, Sleeper> released,
      Guards guards,
      Instant at) {
    return workloads.stream()
        .flatMap(workload ->
            Optional.ofNullable(released.get(workload.id())).stream()
                .filter(sleeper -> sleeps(workload, sleeper, guards, at)))
        .toList();
  }

  private static boolean sleeps(Workload workload, Sleeper sleeper, Guards guards, Instant at) {
    if (guards.frozen(Owner.of(workload.tenant()))
        || guards.leftToPerson(workload.id().value(), at).isPresent()) {
      return false;
    }
    boolean fresh = !workload.seen().plus(guards.rules().staleAfter()).isBefore(at);
    boolean pays = !at.plus(SHORTEST).isAfter(sleeper.window().wakeAt());
    return standsAlready(sleeper, guards) || workload.asleep() || (fresh && pays);
  }

  private static boolean standsAlready(Sleeper sleeper, Guards guards) {
    return guards
        .standing()
        .map(plan -> sleeper.window().equals(plan.windows().get(sleeper.workload())))
        .orElse(false);
  }
}
