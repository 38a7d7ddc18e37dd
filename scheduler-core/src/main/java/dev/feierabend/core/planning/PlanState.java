package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.planning.PlanCommand.BeginStage;
import dev.feierabend.core.planning.PlanCommand.RecordPlan;
import dev.feierabend.core.planning.PlanCommand.RecordSkip;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.PlanningEvent.StageBegun;
import java.util.List;
import java.util.Optional;

/// The last thing said to one owner: a plan or why there was none.
record PlanState(Optional<PlanDecided> plan, Optional<Reason> skipped) {
  static final PlanState NONE = new PlanState(Optional.empty(), Optional.empty());

  Decision decide(PlanCommand command) {
    return switch (command) {
      case RecordPlan(var part) ->
          skipped.isEmpty() && plan.map(last -> same(last, part)).orElse(false)
              ? Decision.nothing()
              : Decision.of(part);
      case RecordSkip(var owner, var reason, var at) ->
          skipped.filter(reason::says).isPresent()
              ? Decision.nothing()
              : Decision.of(new PlanSkipped(owner, reason, at));
      case BeginStage(var stage, var percent, var alarm, var at) ->
          Decision.of(new StageBegun(stage, percent, alarm, at));
    };
  }

  private static boolean same(PlanDecided last, PlanDecided next) {
    return last.mode() == next.mode() && aims(last).sameAims(aims(next));
  }

  private static PowerPlan aims(PlanDecided part) {
    return new PowerPlan(part.hosts(), part.sleepers(), List.of(), part.inputs());
  }

  PlanState evolve(PlanningEvent event) {
    return switch (event) {
      case PlanDecided decided -> new PlanState(Optional.of(decided), Optional.empty());
      case PlanSkipped(_, var reason, _) -> new PlanState(plan, Optional.of(reason));
      case StageBegun _ -> this;
    };
  }
}
