package dev.feierabend.core.deputising;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one customer's deputies; all thinking is in `DeputyState`.
public final class DeputyAggregate extends JournalAggregate<DeputyState> {
  DeputyAggregate() {
    super(DeputyState.NONE);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(DeputyCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(DeputyEvent event) {
    happened(event, state().evolve(event));
  }
}
