package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What steps are derived from: the fleet, the plan, what is under way, and what is ours to bring
/// back.
///
/// @param busy subjects with a pending action
/// @param replicas what brings a workload back that this service put to sleep; empty for others
/// @param tookAway true for hosts that this service took out of service
record World(
    Snapshot fleet,
    PowerPlan plan,
    SortedMap<WorkloadId, Window> windows,
    Set<String> busy,
    Function<Workload, Optional<Integer>> replicas,
    Predicate<MachineId> tookAway) {

  static World of(Snapshot fleet, PowerPlan plan, Actions actions, Slumber slumber) {
    return new World(
        fleet,
        plan,
        plan.windows(),
        actions.pending().stream().map(i -> i.step().subject()).collect(Collectors.toSet()),
        workload ->
            slumber.of(workload.id()).flatMap(Slumber.Slept::replicas).or(workload::restore),
        slumber::tookAway);
  }

  boolean shallSleep(Workload workload) {
    return windows.containsKey(workload.id());
  }

  boolean shallBeOn(MachineId host) {
    return plan.aimOf(host).map(PowerPlan.HostAim::on).orElse(true);
  }

  /// True for a host that shall serve, doesn't yet, and is trusted to come.
  boolean onItsWay(Host host) {
    return !host.inService()
        && tookAway.test(host.id())
        && plan.aimOf(host.id())
            .filter(PowerPlan.HostAim::on)
            .filter(aim -> !(aim.reason() instanceof Reason.Quarantined))
            .isPresent();
  }

  Stream<Workload> on(Host host) {
    return fleet.workloads().stream().filter(w -> w.on().contains(host.id()));
  }
}
