package dev.feierabend.core.acting;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one return of capacity; all thinking is in `ReturnState`.
public final class ReturnAggregate extends JournalAggregate<ReturnState> {
  ReturnAggregate() {
    super(ReturnState.AWAITED);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(ReturnCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ActingEvent.OfReturn event) {
    happened(event, state().evolve(event));
  }
}
