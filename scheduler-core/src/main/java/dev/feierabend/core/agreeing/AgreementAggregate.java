package dev.feierabend.core.agreeing;

import dev.feierabend.core.journal.JournalAggregate;
import dev.feierabend.core.kernel.Decision;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/// The journal's view of an agreement; all thinking is in `AgreementState`.
public final class AgreementAggregate extends JournalAggregate<AgreementState> {
  AgreementAggregate() {
    super(AgreementState.NEW);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Decision handle(AgreementCommand command) {
    return record(command, state().decide(command));
  }

  @EventSourcingHandler
  void on(AgreementEvent event) {
    happened(event, state().evolve(event));
  }
}
