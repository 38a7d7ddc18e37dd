package dev.feierabend.core.proving;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of the checkpoints; all thinking is in `CheckpointState`.
public final class CheckpointAggregate extends JournalAggregate<CheckpointState> {
  CheckpointAggregate() {
    super(CheckpointState.NONE);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(ProvingCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ProvingEvent event) {
    happened(event, state().evolve(event));
  }
}
