package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/// Reads those events of a commit that somebody wants straight from its text, with no tree between;
/// what nobody wants is passed over. A history is replayed several times as fast as by way of the
/// upcasters.
///
/// Of events of older revisions, or another form than the one that this product writes, it gives
/// nothing, and the [JournalReader] decides.
final class WantedReader {
  private final EventTypes types;
  private final Predicate<Class<?>> wanted;
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  /// What stands under one name; without a reader nobody wants it.
  private record Kind(String revision, Optional<ObjectReader> reader) {}

  WantedReader(EventTypes types, Predicate<Class<?>> wanted) {
    this.types = types;
    this.wanted = wanted;
  }

  Optional<List<? extends EventMessage<?>>> read(Commit commit) {
    if (commit.isArchived()) {
      return Optional.of(List.of());
    }
    try (var events = BodyCursor.of(commit.body())) {
      var read = new ArrayList<EventMessage<?>>();
      while (events.next()) {
        next(commit, events).ifPresent(read::add);
      }
      return Optional.of(read);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<EventMessage<?>> next(Commit commit, BodyCursor event) throws IOException {
    var aggregate = event.text("aggregate");
    var aggregateType = event.text("aggregateType");
    long sequence = event.number("sequence");
    var kind = kinds.computeIfAbsent(event.text("type"), this::kind);
    if (!kind.revision().equals(event.text("revision"))) {
      throw new BodyCursor.UnknownForm();
    }
    var metaData = event.texts("metaData");
    if (kind.reader().isEmpty()) {
      event.skip("payload");
      event.end();
      return Optional.empty();
    }
    Object payload = kind.reader().orElseThrow().readValue(event.value("payload"));
    event.end();
    var message =
        new GenericMessage<>(StoredEvent.id(aggregate, sequence), payload, MetaData.from(metaData));
    return Optional.of(
        new GenericDomainEventMessage<>(
            aggregateType, aggregate, sequence, message, commit.header().time()));
  }

  /// @throws CorruptJournal where no event has this name
  private Kind kind(String name) {
    var type = types.classOf(name);
    var reader =
        JournalMapper.SHARED
            .readerFor(type)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    return new Kind(types.revisionOf(type), Optional.of(reader).filter(_ -> wanted.test(type)));
  }
}
