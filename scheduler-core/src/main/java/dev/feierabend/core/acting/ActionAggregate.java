package dev.feierabend.core.acting;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one action; all thinking is in `ActionState`.
public final class ActionAggregate extends JournalAggregate<ActionState> {
  ActionAggregate() {
    super(new ActionState.New());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(ActionCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ActingEvent.OfAction event) {
    happened(event, state().evolve(event));
  }
}
