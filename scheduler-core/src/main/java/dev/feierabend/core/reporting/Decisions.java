package dev.feierabend.core.reporting;

import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which plan decided what stands: a plan that repeats an earlier one's aim didn't decide it.
final class Decisions {
  record Sleeping(Sleeper sleeper, PlanDecided plan) {
    boolean repeatedBy(Sleeper later) {
      return sleeper.window().equals(later.window()) && sleeper.digest().equals(later.digest());
    }
  }

  record Aimed(HostAim aim, PlanDecided plan) {}

  private final Map<WorkloadId, Sleeping> sleepers = new HashMap<>();
  private final Map<WorkloadId, Sleeping> last = new HashMap<>();
  private final Map<MachineId, Aimed> aims = new HashMap<>();

  void on(PlanDecided plan) {
    plan.hosts().forEach(aim -> aims.merge(aim.host(), new Aimed(aim, plan), Decisions::later));
    sleepers.values().removeIf(known -> known.plan().owner().equals(plan.owner()));
    for (Sleeper sleeper : plan.sleepers()) {
      Sleeping known = last.get(sleeper.workload());
      var sleeping =
          known != null && known.repeatedBy(sleeper) ? known : new Sleeping(sleeper, plan);
      sleepers.put(sleeper.workload(), sleeping);
      last.put(sleeper.workload(), sleeping);
    }
  }

  /// Why a host is on may change from plan to plan; it goes off for one reason.
  private static Aimed later(Aimed known, Aimed next) {
    return !known.aim().on() && !next.aim().on() ? known : next;
  }

  /// What shall sleep by the plan in force.
  Optional<Sleeping> sleeping(WorkloadId workload) {
    return Optional.ofNullable(sleepers.get(workload));
  }

  /// The same, or what was to sleep last.
  Optional<Sleeping> lastSleeping(WorkloadId workload) {
    return Optional.ofNullable(last.get(workload));
  }

  Optional<Aimed> aim(MachineId host) {
    return Optional.ofNullable(aims.get(host));
  }
}
