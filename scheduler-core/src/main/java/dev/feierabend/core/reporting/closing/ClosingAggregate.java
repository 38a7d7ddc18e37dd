package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of one owner's month; all thinking is in `ClosingState`.
public final class ClosingAggregate extends JournalAggregate<ClosingState> {
  ClosingAggregate() {
    super(new ClosingState.Open());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(ReportingCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(ReportingEvent event) {
    happened(event, state().evolve(event));
  }
}
