package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Whose turn it is where an agreement orders what it covers: a group goes down once the groups
/// before it sleep, and comes up once those after it are ready; no more start within a time than
/// agreed. The ready-by time goes before both, and nothing waits for what was tried and didn't
/// come.
final class Turns {
  /// One agreement's queue in this tick.
  private static final class Queue {
    final Turn turn;
    final Ascent ascent;
    final int lowestAwake;
    final int highestAway;
    int places;

    Queue(Ascent ascent, int lowestAwake, int places) {
      this.turn = ascent.turn();
      this.ascent = ascent;
      this.lowestAwake = lowestAwake;
      this.highestAway = ascent.highest();
      this.places = places;
    }
  }

  private final Memory.Night night;
  private final Instant at;
  private final List<Queue> queues = new ArrayList<>();

  /// @param memory whose active agreements say what is ordered
  /// @param readiness knows whether groups serve that say themselves how that is known
  Turns(Memory memory, World world, Readiness readiness, Instant at) {
    this.night = memory.night();
    this.at = at;
    memory.agreements().active().stream()
        .filter(entry -> !entry.policy().clauses().order().isNone())
        .map(entry -> Turn.of(entry, world.fleet().workloads()))
        .map(turn ->
            new Queue(
                new Ascent(turn, world, night, readiness, at),
                turn.lowest(world::stillAwake),
                turn.places(night.actions(), at)))
        .forEach(queues::add);
  }

  /// Those of `steps` whose turn it is, as they stand.
  List<Step> among(List<Step> steps) {
    return queues.isEmpty() ? steps : steps.stream().filter(this::takes).toList();
  }

  /// Groups that weren't ready in their time, and after which the next goes on all the same.
  List<ReportLate> late() {
    return queues.stream().flatMap(queue -> queue.ascent.late()).toList();
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
}
