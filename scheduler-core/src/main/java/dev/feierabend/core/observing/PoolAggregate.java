package dev.feierabend.core.observing;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of a pool; all thinking is in `PoolState`.
public final class PoolAggregate extends JournalAggregate<PoolState> {
  PoolAggregate() {
    super(PoolState.NEW);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(PoolCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ObservingEvent event) {
    happened(event, state().evolve(event));
  }
}
