package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Layers;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
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
/// @param busy subjects with a pending action whose effect isn't seen yet; while the store is out,
///   what is seen can't be recorded, and the next wake must not wait for that
/// @param restores what brings a workload back that this service put to sleep; empty for others
/// @param tookAway true for hosts that this service took out of service
/// @param layers hosts that are guests of others
record World(
    Snapshot fleet,
    PowerPlan plan,
    SortedMap<WorkloadId, Sleeper> sleepers,
    Set<String> busy,
    Function<Workload, Optional<Restore>> restores,
    Predicate<MachineId> tookAway,
    Layers layers) {

  static World of(Snapshot fleet, PowerPlan plan, Actions actions, Slumber slumber) {
    return new World(
        fleet,
        plan,
        plan.bySleeper(),
        actions.pending().stream()
            .filter(issued -> !Judgement.reached(issued.step(), fleet))
            .map(issued -> issued.step().subject())
            .collect(Collectors.toSet()),
        workload -> restore(workload, slumber),
        host -> slumber.tookAway(host) || wentLate(host, fleet, slumber),
        Layers.of(fleet));
  }

  /// Off by us after all, though it was given up and served again.
  private static boolean wentLate(MachineId host, Snapshot fleet, Slumber slumber) {
    return slumber.mayGoLate(host, fleet.at())
        && fleet.host(host).filter(it -> it.power() == Power.OFF).isPresent();
  }

  private static Optional<Restore> restore(Workload workload, Slumber slumber) {
    return slumber
        .of(workload.id())
        .flatMap(Slumber.Slept::restore)
        .filter(known -> known.original().mayBe(workload.original()))
        .or(workload::restore);
  }

  boolean shallSleep(Workload workload) {
    return sleepers.containsKey(workload.id());
  }

  /// How many replicas stay of what sleeps.
  int kept(Workload workload) {
    Sleeper sleeper = sleepers.get(workload.id());
    return sleeper == null ? 0 : sleeper.keep();
  }

  /// True where it is seen so, or no more of it runs than was kept here.
  boolean asleep(Workload workload) {
    return workload.asleep()
        || restores
            .apply(workload)
            .filter(known -> workload.replicas() <= known.kept())
            .isPresent();
  }

  /// What it is while it is awake.
  Original original(Workload workload) {
    return asleep(workload)
        ? restores.apply(workload).map(Restore::original).orElseGet(workload::original)
        : workload.original();
  }

  /// What shall sleep and has not come down to what is kept of it.
  boolean stillAwake(Workload workload) {
    int kept = kept(workload);
    return shallSleep(workload) && (workload.replicas() > kept || workload.ready() > kept);
  }

  /// True for a wake that is seen to have taken effect, whether what was woken serves yet or not:
  /// whoever answered now that it failed would be wrong.
  boolean isWaking(Step step) {
    return step instanceof Step.Wake wake
        && wake.bringsBack()
        && fleet
            .workload(wake.workload())
            .filter(workload -> workload.replicas() > wake.kept())
            .isPresent();
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

  /// What will be gone from its hosts by itself.
  boolean leaves(Workload workload) {
    return (shallSleep(workload) && (kept(workload) == 0 || stillAwake(workload)))
        || layers.node(workload.id()).filter(node -> !shallBeOn(node)).isPresent();
  }

  Stream<Workload> on(Host host) {
    return fleet.workloads().stream().filter(w -> w.on().contains(host.id()));
  }
}
