package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

/// Two ways to read an event, which are one.
class WantedReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private final CommitLog log = EmbeddedCommitLog.inMemory(() -> NOON);
  private final JournalReader reader = new JournalReader(Slices.events());
  private final WantedReader everything = reader.of(_ -> true);
  private long sequence;

  @Test
  void everyEventIsReadAsTheJournalReaderReadsIt() {
    RecallTest.append(log, RecallTest.drawn(new SplittableRandom(20261127)));

    for (var commit : log.from(1).toList()) {
      var expected = reader.messages(JournalReader.entries(commit)).toList();
      assertThat(everything.read(commit).orElseThrow())
          .extracting(WantedReaderTest::told)
          .isEqualTo(expected.stream().map(WantedReaderTest::told).toList());
    }
  }

  private static List<Object> told(EventMessage<?> message) {
    var event = (DomainEventMessage<?>) message;
    return List.of(
        event.getIdentifier(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        event.getType(),
        event.getPayloadType(),
        event.getPayload(),
        event.getMetaData(),
        event.getTimestamp());
  }

  @Test
  void whatIsKeptBesideAPayloadIsReadToo() {
    var event = event("PersonErased", "1", Map.of("correlation", "a", "trace", "b"));

    var read = everything.read(log.append(Owner.OPERATOR, List.of(event))).orElseThrow();

    assertThat(Map.copyOf(read.getFirst().getMetaData())).isEqualTo(event.metaData());
  }

  @Test
  void whatNobodyWantsIsPassedOver() {
    var agreements = reader.of(AgreementEvent.class::isAssignableFrom);
    var events =
        List.of(
            event("PersonErased", "1", Map.of()),
            event("PolicyApproved", "1", Map.of()),
            event("PersonErased", "1", Map.of()));

    var read = agreements.read(log.append(Owner.OPERATOR, events)).orElseThrow();

    assertThat(read)
        .extracting(message -> message.getPayloadType().getSimpleName())
        .isEqualTo(List.of("PolicyApproved"));
  }

  @Test
  void olderRevisionsAreLeftToTheUpcasters() {
    var commit = log.append(Owner.OPERATOR, List.of(event("PlanDecided", "1", Map.of())));

    assertThat(everything.read(commit)).isEmpty();
  }

  @Test
  void anEventThatDoesNotFitIsLeftToTheJournalReaderWhichRefusesIt() {
    var whole = event("PersonErased", "1", Map.of());
    ((ObjectNode) whole.payload()).put("surprise", 1);

    assertThat(everything.read(log.append(Owner.OPERATOR, List.of(whole)))).isEmpty();
  }

  @Test
  void anEventThatNoVersionKnowsIsRefused() {
    var unknown =
        new StoredEvent(
            "a", "any", 0, "Unheard", "1", Map.of(), JournalMapper.SHARED.createObjectNode());
    var commit = log.append(Owner.OPERATOR, List.of(unknown));

    assertThatThrownBy(() -> everything.read(commit))
        .isInstanceOf(CorruptJournal.class)
        .hasMessageContaining("Unheard");
  }

  private StoredEvent event(String type, String revision, Map<String, String> metaData) {
    var example = ExampleOf.record(Slices.events().classOf(type));
    return new StoredEvent(
        type + "/" + sequence,
        "any",
        sequence++,
        type,
        revision,
        metaData,
        JournalMapper.SHARED.valueToTree(example));
  }
}
