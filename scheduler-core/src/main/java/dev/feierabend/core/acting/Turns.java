package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Whose turn it is where an agreement orders what it covers: a group goes down once the groups
/// before it sleep, and comes up once those after it serve; no more start within a time than
/// agreed. The ready-by time goes before both, and nothing waits for what was tried and didn't
/// come.
final class Turns {
  /// One agreement's queue in this tick.
  private static final class Queue {
    final Turn turn;
    final int lowestAwake;
    final int highestAway;
    int places;

    Queue(Turn turn, int lowestAwake, int highestAway, int places) {
      this.turn = turn;
      this.lowestAwake = lowestAwake;
      this.highestAway = highestAway;
      this.places = places;
    }
  }

  private final World world;
  private final Memory.Night night;
  private final Instant at;
  private final List<Queue> queues = new ArrayList<>();

  /// @param memory whose active agreements say what is ordered
  Turns(Memory memory, World world, Instant at) {
    this.world = world;
    this.night = memory.night();
    this.at = at;
    memory.agreements().active().stream()
        .filter(entry -> !entry.policy().clauses().order().isNone())
        .map(entry -> Turn.of(entry, world.fleet().workloads()))
        .map(turn ->
            new Queue(
                turn,
                turn.lowest(world::stillAwake),
                turn.highest(this::stillAway),
                turn.places(night.actions(), at)))
        .forEach(queues::add);
  }

  /// Those of `steps` whose turn it is, as they stand.
  List<Step> among(List<Step> steps) {
    return queues.isEmpty() ? steps : steps.stream().filter(this::takes).toList();
  }

  private boolean takes(Step step) {
    return switch (step) {
      case Step.Sleep(var id, _) -> takes(id, queue -> maySleep(queue, id));
      case Step.Wake(var id, _, _, _) -> takes(id, queue -> mayWake(queue, id));
      case Step.OnHost _ -> true;
    };
  }

  private boolean takes(WorkloadId workload, Predicate<Queue> may) {
    List<Queue> concerned =
        queues.stream().filter(queue -> queue.turn.ranks().containsKey(workload)).toList();
    boolean all = concerned.stream().allMatch(may);
    if (all) {
      concerned.forEach(queue -> queue.places--);
    }
    return all;
  }

  private static boolean maySleep(Queue queue, WorkloadId workload) {
    return queue.places > 0 && queue.turn.rank(workload) <= queue.lowestAwake;
  }

  private boolean mayWake(Queue queue, WorkloadId workload) {
    return queue.turn.hurries(night.slumber().of(workload).flatMap(Slumber.Slept::readyBy), at)
        || (queue.places > 0 && queue.turn.rank(workload) >= queue.highestAway);
  }

  /// Ours to wake, not back, and not tried in vain.
  private boolean stillAway(Workload workload) {
    boolean serves = !world.asleep(workload) && workload.ready() >= workload.replicas();
    return !serves
        && !world.shallSleep(workload)
        && night.slumber().of(workload.id()).filter(slept -> !inVain(workload, slept)).isPresent();
  }

  private boolean inVain(Workload workload, Slumber.Slept slept) {
    int tries = night.actions().tries(Intents.wake(workload.id(), slept.at()));
    boolean pending = night.actions().pendingOn(workload.id().value()).isPresent();
    return tries > 1 || (tries == 1 && !pending);
  }
}
