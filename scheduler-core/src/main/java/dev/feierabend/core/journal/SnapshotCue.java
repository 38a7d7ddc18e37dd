package dev.feierabend.core.journal;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Scope;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// Has one aggregate put aside each time `every` events happened to it. Its state is taken as it
/// stands after the command: Axon's snapshotter would read all of its events once more.
final class SnapshotCue implements SnapshotTrigger {
  private final EventStore store;
  private final int every;
  private int since;

  private SnapshotCue(EventStore store, int every) {
    this.store = store;
    this.every = every;
  }

  static SnapshotTriggerDefinition every(int events, EventStore store) {
    return _ -> new SnapshotCue(store, events);
  }

  @Override
  public void eventHandled(EventMessage<?> event) {
    if (event.getPayload() instanceof AggregateMemory) {
      return;
    }
    since++;
    if (since == every) {
      EventSourcedAggregate<?> aggregate = Scope.getCurrentScope();
      CurrentUnitOfWork.get().afterCommit(_ -> putAside(aggregate));
    }
  }

  @Override
  public void initializationFinished() {}

  private void putAside(EventSourcedAggregate<?> aggregate) {
    since = 0;
    store.storeSnapshot(
        new GenericDomainEventMessage<>(
            aggregate.type(),
            aggregate.identifierAsString(),
            aggregate.version(),
            aggregate.invoke(root -> ((JournalAggregate<?>) root).memory())));
  }
}
