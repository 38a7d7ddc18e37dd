package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/// What every slice's aggregate is to the journal: an id, and events that are applied as they were
/// decided. All thinking is in the slice's own pure state.
public abstract class JournalAggregate {
  @AggregateIdentifier private String id = "";

  protected JournalAggregate() {}

  /// Applies what was accepted; a refusal passes through and records nothing.
  protected final Decision record(Command command, Decision decision) {
    id = command.target();
    switch (decision) {
      case Decision.Accepted(var events) -> events.forEach(AggregateLifecycle::apply);
      case Decision.Rejected _ -> {}
    }
    return decision;
  }

  protected final void happened(JournalEvent event) {
    id = event.aggregate();
  }

  @Override
  public final String toString() {
    return id;
  }
}
