package dev.feierabend.core.drilling;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one host's drills; all thinking is in `DrillState`.
public final class DrillAggregate extends JournalAggregate<DrillState> {
  DrillAggregate() {
    super(DrillState.NONE);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(DrillCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(DrillEvent event) {
    happened(event, state().evolve(event));
  }
}
