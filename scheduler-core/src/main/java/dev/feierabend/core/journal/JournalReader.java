package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// Reads commits back into the events that were recorded, old revisions through the upcasters.
public final class JournalReader {
  private static final JsonNode NO_META_DATA = JsonNodeFactory.instance.objectNode();

  private final EventTypes types;
  private final JournalSerializer serializer;
  private final EventUpcaster upcasters;

  public JournalReader(EventTypes types) {
    this.types = types;
    this.serializer = new JournalSerializer(types);
    this.upcasters = types.upcasters();
  }

  JournalSerializer serializer() {
    return serializer;
  }

  /// Reads what somebody `wanted`, by type.
  WantedReader of(Predicate<Class<?>> wanted) {
    return new WantedReader(types, wanted);
  }

  /// The events of `commit`; none where they have moved to an archive.
  public Stream<Recorded> recorded(Commit commit) {
    var header = commit.header();
    return messages(entries(commit))
        .map(message ->
            new Recorded(
                header.number(),
                header.time(),
                header.owner(),
                (JournalEvent) message.getPayload()));
  }

  /// None where they have moved to an archive: what a running service still needs never moves.
  static Stream<JournalEntry> entries(Commit commit) {
    if (commit.isArchived()) {
      return Stream.empty();
    }
    var events = commit.events();
    return IntStream.range(0, events.size())
        .mapToObj(index -> new JournalEntry(commit, index, events.get(index)));
  }

  /// One event that was kept outside of a journal, as it is told today.
  ///
  /// @throws RuntimeException where it can't be read
  public JournalEvent read(String type, String revision, JsonNode payload) {
    var kept =
        new GenericDomainEventEntry<JsonNode>(
            type, type, 0, type, Instant.EPOCH, type, revision, payload, NO_META_DATA);
    return (JournalEvent)
        EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(kept), serializer, upcasters)
            .next()
            .getPayload();
  }

  DomainEventStream stream(Stream<JournalEntry> entries) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(entries, serializer, upcasters);
  }

  Stream<? extends DomainEventMessage<?>> messages(Stream<JournalEntry> entries) {
    return stream(entries).asStream();
  }
}
