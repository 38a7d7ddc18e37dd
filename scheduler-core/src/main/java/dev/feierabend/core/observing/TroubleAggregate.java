package dev.feierabend.core.observing;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one subject's troubles; all thinking is in `TroubleState`.
public final class TroubleAggregate extends JournalAggregate<TroubleState> {
  TroubleAggregate() {
    super(TroubleState.NONE);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(TroubleCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ObservingEvent event) {
    happened(event, state().evolve(event));
  }
}
