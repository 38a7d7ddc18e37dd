package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

/// What every slice's aggregate is to the journal: an id, a state, and events that are applied as
/// they were decided. All thinking is in that state, which is pure.
///
/// @param <S> a value that the journal's JSON carries, so that it can be put aside and taken up
///   again
public abstract class JournalAggregate<S> {
  @AggregateIdentifier private String id = "";
  private S state;

  /// @param blank before the first event
  protected JournalAggregate(S blank) {
    state = blank;
  }

  protected final S state() {
    return state;
  }

  /// Applies what was accepted; a refusal passes through and records nothing.
  protected final Decision record(Command command, Decision decision) {
    id = command.target();
    switch (decision) {
      case Decision.Accepted(var events) -> events.forEach(AggregateLifecycle::apply);
      case Decision.Rejected _ -> {}
    }
    return decision;
  }

  protected final void happened(JournalEvent event, S next) {
    id = event.aggregate();
    state = next;
  }

  final AggregateMemory memory() {
    return new AggregateMemory(id, state);
  }

  /// Takes the place of the events that made this state.
  @EventSourcingHandler
  @SuppressWarnings("unchecked") // a memory is read as what this class declares
  final void recalled(AggregateMemory memory) {
    id = memory.aggregate();
    state = (S) memory.state();
  }

  @Override
  public final String toString() {
    return id;
  }
}
