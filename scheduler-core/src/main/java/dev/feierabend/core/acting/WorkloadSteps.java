package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Steps of workloads. Of what sleeps with fewer replicas than are to be kept by now, all are
/// woken. What a person woke, while a program is still told to leave it alone, has that taken off.
/// What an orchestrator schedules is woken at once; what a hypervisor runs is woken on the roomiest
/// host in service that has room.
///
/// @param vacancies of hosts in service
record WorkloadSteps(World world, Vacancies vacancies) {

  static List<Step> towards(World world, Vacancies vacancies) {
    return new WorkloadSteps(world, vacancies).all();
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
              : vacancies.home(workload).map(host -> wake(workload, restore, Optional.of(host)));
      case MIGRATED ->
          vacancies.taken(workload).map(host -> wake(workload, restore, Optional.of(host)));
    };
  }

  private static Step wake(Workload workload, Restore restore, Optional<MachineId> target) {
    return new Step.Wake(workload.id(), restore.original(), restore.kept(), target);
  }
}
