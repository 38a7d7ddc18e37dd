package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/// A kept event the way Axon wants to see it. Its place in the whole log is the commit's number,
/// then the event's place in the commit.
record JournalEntry(Commit commit, int index, StoredEvent event)
    implements DomainEventData<JsonNode>, TrackedEventData<JsonNode> {
  /// No commit has as many events.
  static final int EVENTS_A_COMMIT = 1 << 20;

  static long position(long commit, int index) {
    return commit * EVENTS_A_COMMIT + index;
  }

  static long commitAt(long position) {
    return position / EVENTS_A_COMMIT;
  }

  long position() {
    return position(commit.number(), index);
  }

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(position());
  }

  @Override
  public String getType() {
    return event.aggregateType();
  }

  @Override
  public String getAggregateIdentifier() {
    return event.aggregate();
  }

  @Override
  public long getSequenceNumber() {
    return event.sequence();
  }

  @Override
  public String getEventIdentifier() {
    return event.id();
  }

  @Override
  public Instant getTimestamp() {
    return commit.header().time();
  }

  @Override
  public SerializedObject<JsonNode> getMetaData() {
    return new SimpleSerializedObject<>(
        JournalMapper.SHARED.valueToTree(event.metaData()),
        JsonNode.class,
        MetaData.class.getName(),
        null);
  }

  @Override
  public SerializedObject<JsonNode> getPayload() {
    return new SimpleSerializedObject<>(
        event.payload(), JsonNode.class, event.type(), event.revision());
  }
}
