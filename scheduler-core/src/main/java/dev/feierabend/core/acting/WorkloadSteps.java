package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Steps of workloads. Of what sleeps with fewer replicas than are to be kept by now, all are
/// woken. What a person woke, while a program is still told to leave it alone, has that taken off.
/// What an orchestrator schedules is woken at once; what a hypervisor runs is woken on the roomiest
/// host in service that has the cores and the memory. Where none has the cores, it waits for hosts
/// that are still on their way, and makes do with the memory when there are none.
final class WorkloadSteps {
  private final World world;
  private final Map<MachineId, Resources> free = new TreeMap<>();
  private final boolean moreOnTheirWay;

  private WorkloadSteps(World world) {
    this.world = world;
    world.fleet().hosts().stream()
        .filter(Host::inService)
        .forEach(host -> free.put(host.id(), host.capacity()));
    moreOnTheirWay = world.fleet().hosts().stream().anyMatch(world::onItsWay);
    world.fleet().workloads().forEach(w -> w.on().forEach(host -> take(host, w.size())));
  }

  static List<Step> towards(World world) {
    return new WorkloadSteps(world).all();
  }

  private List<Step> all() {
    var steps = new ArrayList<Step>();
    for (Workload workload : world.fleet().workloads()) {
      if (!world.busy().contains(workload.id().value())) {
        step(workload).ifPresent(steps::add);
      }
    }
    return steps;
  }

  private Optional<Step> step(Workload workload) {
    int kept = world.kept(workload);
    if (world.shallSleep(workload) && workload.replicas() > kept) {
      return Optional.of(new Step.Sleep(workload.id(), kept));
    }
    if (!world.asleep(workload)) {
      return Optional.of(workload)
          .filter(it -> it.trace().paused() && !world.shallSleep(it))
          .map(WorkloadSteps::resume);
    }
    boolean enough = world.shallSleep(workload) && workload.replicas() == kept;
    return enough
        ? Optional.empty()
        : world.restores().apply(workload).flatMap(restore -> wake(workload, restore));
  }

  private static Step resume(Workload awake) {
    return new Step.Wake(awake.id(), awake.original(), awake.replicas(), Optional.empty());
  }

  /// What slept only in part comes back wherever there is room: what it is tied to is where the
  /// rest stayed awake, which may be on no host of ours.
  private Optional<Step> wake(Workload workload, Restore restore) {
    return switch (workload.mobility()) {
      case RESCHEDULED -> Optional.of(wake(workload, restore, Optional.empty()));
      case PINNED ->
          restore.kept() > 0
              ? Optional.of(wake(workload, restore, Optional.empty()))
              : home(workload).map(host -> wake(workload, restore, Optional.of(host)));
      case MIGRATED ->
          roomiest(workload.size())
              .map(host -> {
                take(host, workload.size());
                return wake(workload, restore, Optional.of(host));
              });
    };
  }

  private Optional<MachineId> home(Workload workload) {
    return workload.on().stream().filter(free::containsKey).findFirst();
  }

  private static Step wake(Workload workload, Restore restore, Optional<MachineId> target) {
    return new Step.Wake(workload.id(), restore.original(), restore.kept(), target);
  }

  private Optional<MachineId> roomiest(Resources size) {
    Optional<MachineId> host = most(size::fitsIn);
    return host.isPresent() || moreOnTheirWay
        ? host
        : most(room -> room.memoryMiB() >= size.memoryMiB());
  }

  private Optional<MachineId> most(Predicate<Resources> takes) {
    return free.entrySet().stream()
        .filter(entry -> takes.test(entry.getValue()))
        .max(Comparator.comparingLong(entry -> entry.getValue().memoryMiB()))
        .map(Map.Entry::getKey);
  }

  private void take(MachineId host, Resources size) {
    free.computeIfPresent(
        host,
        (_, room) ->
            new Resources(
                Math.max(0, room.cores() - size.cores()),
                Math.max(0, room.memoryMiB() - size.memoryMiB())));
  }
}
