package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.journal.TallyEvent.Added;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;

class JournalStorageEngineTest {
  private static final EventTypes TYPES = EventTypes.of(TallyEvent.class);
  private final CommitLog log =
      EmbeddedCommitLog.inMemory(() -> Instant.parse("2026-11-24T20:00:00Z"));
  private final JournalStorageEngine engine = engine(TYPES);

  private JournalStorageEngine engine(EventTypes types) {
    return new JournalStorageEngine(log, new JournalReader(types), Optional.empty());
  }

  private void append(int commits) {
    for (int i = 0; i < commits; i++) {
      log.append(AHAUSEN, List.of(Samples.event("a", 2L * i), Samples.event("a", 2L * i + 1)));
    }
  }

  @Test
  void readingOnFromAnyTokenGivesEveryEventOnce() {
    append(5);
    var all = engine.readEvents(null, false).toList();
    assertThat(all).hasSize(10);
    for (int i = 0; i < all.size(); i++) {
      var rest = engine.readEvents(all.get(i).trackingToken(), false);
      assertThat(rest.map(TrackedEventMessage::trackingToken))
          .isEqualTo(
              all.subList(i + 1, all.size()).stream()
                  .map(TrackedEventMessage::trackingToken)
                  .toList());
    }
    assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
  }

  @Test
  void readingTwiceGivesTheSameIdsAndTimes() {
    append(2);
    var ids = engine.readEvents("a", 1).asStream().map(EventMessage::getIdentifier).toList();
    assertThat(ids).containsExactly("a#1", "a#2", "a#3");
    assertThat(engine.readEvents("a", 0).asStream().map(EventMessage::getTimestamp))
        .containsOnly(Instant.parse("2026-11-24T20:00:00Z"));
  }

  @Test
  void anOlderRevisionIsReadAsTodays() {
    JsonNode old =
        JsonNodeFactory.instance
            .objectNode()
            .put("owner", "tenant:ahausen")
            .put("tally", "a")
            .put("count", 7);
    log.append(AHAUSEN, List.of(new StoredEvent("a", "Tally", 0, "Added", "0", Map.of(), old)));
    assertThatThrownBy(() -> payloads(TYPES)).hasMessageContaining("deserializing");
    assertThat(payloads(TYPES.upcastBy(new CountToAmount())))
        .isEqualTo(List.of(new Added(AHAUSEN, "a", 7)));
  }

  private List<Object> payloads(EventTypes types) {
    return engine(types)
        .readEvents("a", 0)
        .asStream()
        .<Object>map(EventMessage::getPayload)
        .toList();
  }

  private static final class CountToAmount extends SingleEventUpcaster {
    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().equals(new SimpleSerializedType("Added", "0"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType("Added", "1"),
          ObjectNode.class,
          payload -> payload.<ObjectNode>set("amount", payload.remove("count")));
    }
  }

  @Test
  void anEventOfANewerVersionIsRefused() {
    var unknown = JsonNodeFactory.instance.objectNode();
    log.append(AHAUSEN, List.of(new StoredEvent("a", "T", 0, "Unheard", "1", Map.of(), unknown)));
    assertThatThrownBy(() -> JournalTest.journal(log))
        .isInstanceOf(CorruptJournal.class)
        .hasMessageContaining("Unheard")
        .hasMessageContaining("use the version that wrote it");
  }
}
