package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/// Axon's storage on a [CommitLog]: what one unit of work published becomes one commit.
final class JournalStorageEngine implements EventStorageEngine {
  private final CommitLog log;
  private final JournalReader reader;
  private final Optional<AggregateSnapshots> snapshots;

  JournalStorageEngine(
      CommitLog log, JournalReader reader, Optional<AggregateSnapshots> snapshots) {
    this.log = log;
    this.reader = reader;
    this.snapshots = snapshots;
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (!events.isEmpty()) {
      log.append(ownerOf(events), events.stream().map(this::stored).toList());
    }
  }

  private static Owner ownerOf(List<? extends EventMessage<?>> events) {
    var owners = events.stream().map(event -> payload(event).owner()).distinct().toList();
    if (owners.size() != 1) {
      throw new IllegalStateException(
          "Expected a commit of one owner but found events of %s".formatted(owners));
    }
    return owners.getFirst();
  }

  private static JournalEvent payload(EventMessage<?> event) {
    if (event.getPayload() instanceof JournalEvent payload) {
      return payload;
    }
    throw new IllegalArgumentException(
        "Expected a JournalEvent but found a " + event.getPayloadType());
  }

  private StoredEvent stored(EventMessage<?> event) {
    if (!(event instanceof DomainEventMessage<?> message)) {
      throw new IllegalArgumentException(
          "Expected an aggregate's event but found " + event.getPayloadType());
    }
    if (!payload(message).aggregate().equals(message.getAggregateIdentifier())) {
      throw new IllegalStateException(
          "Expected events of %s but found %s"
              .formatted(message.getAggregateIdentifier(), message.getPayload()));
    }
    var type = reader.serializer().typeForClass(message.getPayloadType());
    return new StoredEvent(
        message.getAggregateIdentifier(),
        message.getType(),
        message.getSequenceNumber(),
        type.getName(),
        type.getRevision(),
        texts(message.getMetaData()),
        JournalMapper.SHARED.<JsonNode>valueToTree(message.getPayload()));
  }

  private static Map<String, String> texts(Map<String, ?> metaData) {
    var texts = new HashMap<String, String>();
    metaData.forEach((key, value) -> texts.put(key, String.valueOf(value)));
    return texts;
  }

  /// Of an aggregate that is needed still, what is left says all; of one whose last events moved to
  /// an archive it would say that it never was.
  @Override
  public DomainEventStream readEvents(String aggregate, long sequence) {
    var commits = log.aggregate(aggregate, sequence);
    if (!commits.isEmpty() && commits.getLast().isArchived()) {
      throw new EventsArchived(commits.getLast().number());
    }
    return reader.stream(
        commits.stream()
            .flatMap(JournalReader::entries)
            .filter(entry -> entry.getAggregateIdentifier().equals(aggregate))
            .filter(entry -> entry.getSequenceNumber() >= sequence));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken after, boolean mayBlock) {
    long last = after instanceof GlobalSequenceTrackingToken token ? token.getGlobalIndex() : -1;
    return reader
        .messages(
            log.from(JournalEntry.commitAt(Math.max(0, last)))
                .flatMap(JournalReader::entries)
                .filter(entry -> entry.position() > last))
        .map(message -> (TrackedEventMessage<?>) message);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.ifPresent(kept -> kept.keep(snapshot));
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
    return snapshots.flatMap(kept -> kept.recall(aggregate));
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(JournalEntry.position(log.head().number() + 1, 0) - 1);
  }
}
