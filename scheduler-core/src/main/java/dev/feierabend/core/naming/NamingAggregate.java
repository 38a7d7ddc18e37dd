package dev.feierabend.core.naming;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one pseudonym; all thinking is in `NamingState`.
public final class NamingAggregate extends JournalAggregate<NamingState> {
  NamingAggregate() {
    super(NamingState.none());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(NamingCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(NamingEvent event) {
    happened(event, state().evolve(event));
  }
}
