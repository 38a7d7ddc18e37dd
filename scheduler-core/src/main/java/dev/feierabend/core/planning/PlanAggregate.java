package dev.feierabend.core.planning;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one owner's plans; all thinking is in `PlanState`.
public final class PlanAggregate extends JournalAggregate<PlanState> {
  PlanAggregate() {
    super(PlanState.NONE);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(PlanCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(PlanningEvent event) {
    happened(event, state().evolve(event));
  }
}
