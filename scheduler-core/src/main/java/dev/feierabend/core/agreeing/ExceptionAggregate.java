package dev.feierabend.core.agreeing;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one owner's exceptions; all thinking is in `ExceptionState`.
public final class ExceptionAggregate extends JournalAggregate<ExceptionState> {
  ExceptionAggregate() {
    super(ExceptionState.NONE);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(ExceptionCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ExceptionEvent event) {
    happened(event, state().evolve(event));
  }
}
