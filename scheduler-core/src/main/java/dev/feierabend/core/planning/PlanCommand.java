package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.time.Instant;
import java.util.Optional;

/// What is recorded of planning.
public sealed interface PlanCommand extends Command {
  Owner owner();

  @Override
  default String target() {
    return "plan/" + owner();
  }

  /// Records `part`; nothing is recorded where it wants the same as the part before.
  record RecordPlan(PlanDecided part) implements PlanCommand {
    @Override
    public Owner owner() {
      return part.owner();
    }
  }

  /// Records that no plan was made; once for the same reason in a row.
  record RecordSkip(Owner owner, Reason reason, Instant at) implements PlanCommand {}

  /// Records that a stage begins.
  record BeginStage(Stage stage, int percent, Optional<String> alarm, Instant at)
      implements PlanCommand {
    @Override
    public Owner owner() {
      return Owner.OPERATOR;
    }
  }
}
