package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What earlier versions wrote, under `golden/before/NAME-REVISION.json`, is read as today's.
class RevisionsTest {
  private static final Path BEFORE = Path.of("src/test/resources/golden/before");
  private final CommitLog log =
      EmbeddedCommitLog.inMemory(() -> Instant.parse("2026-11-24T20:00:00Z"));

  @Test
  void aPlanWithoutEditionsKeptNothingOfItsSleepers() throws IOException {
    var plan = (PlanDecided) read("PlanDecided", before("PlanDecided-1"));
    assertThat(plan.editions()).isEmpty();
    assertThat(plan.sleepers()).hasSize(1).allMatch(sleeper -> sleeper.keep() == 0);
  }

  @Test
  void stepsThatKnewOfNoKeptReplicasKeptNone() throws IOException {
    for (JsonNode step : before("Step-1")) {
      var payload = (ObjectNode) before("ActionIssued-1");
      payload.set("step", step);
      var issued = (ActionIssued) read("ActionIssued", payload);
      assertThat(issued.step().getClass().getSimpleName()).isEqualTo(step.get("type").asText());
      switch (issued.step()) {
        case Step.Sleep(_, var keep) -> assertThat(keep).isZero();
        case Step.Wake(_, var original, var kept, _) -> {
          assertThat(original).isEqualTo(Original.of(3));
          assertThat(kept).isZero();
        }
        case Step.OnHost _ -> {}
      }
    }
  }

  @Test
  void whatKnewOnlyReplicasRestoresThatManyAndNoField() throws IOException {
    for (JsonNode step : before("Step-2")) {
      var payload = (ObjectNode) before("ActionIssued-2");
      payload.set("step", step);
      var issued = (ActionIssued) read("ActionIssued", "2", payload);
      assertThat(issued.restore()).contains(Original.of(3));
      if (issued.step() instanceof Step.Wake wake) {
        assertThat(wake.original()).isEqualTo(Original.of(3));
        assertThat(wake.kept()).isEqualTo(3);
      }
    }
    var nothing = ((ObjectNode) before("ActionIssued-2")).putNull("restore");
    assertThat(((ActionIssued) read("ActionIssued", "2", nothing)).restore()).isEmpty();
  }

  @Test
  void aCheckpointOfThreeLinesIsASealOfThreeLines() throws IOException {
    var signed = (CheckpointSigned) read("CheckpointSigned", before("CheckpointSigned-1"));
    assertThat(signed.seal()).isEqualTo(new Seal.Lines("the key", "the signature"));
  }

  @Test
  void aForeignChangeDidNotSayByWhom() throws IOException {
    var change =
        (ForeignChangeObserved) read("ForeignChangeObserved", before("ForeignChangeObserved-1"));
    assertThat(change.by()).isEmpty();
    assertThat(change.found()).isEqualTo("the found");
  }

  /// The product made none; its form had neither an interval nor a risk.
  @Test
  void aProposalOfOldHasNoForecast() throws IOException {
    var proposed = (PolicyProposed) read("PolicyProposed", before("PolicyProposed-1"));
    assertThat(proposed.document()).isEqualTo("the document");
    assertThat(proposed.forecast()).isEmpty();
  }

  private static JsonNode before(String name) throws IOException {
    return JournalMapper.SHARED.readTree(Files.readString(BEFORE.resolve(name + ".json")));
  }

  private Object read(String type, JsonNode payload) {
    return read(type, "1", payload);
  }

  private Object read(String type, String revision, JsonNode payload) {
    var stored =
        new StoredEvent(type, "Any", log.head().number(), type, revision, Map.of(), payload);
    log.append(AHAUSEN, List.of(stored));
    return log.from(log.head().number())
        .flatMap(new JournalReader(Slices.events())::recorded)
        .map(Recorded::event)
        .findFirst()
        .orElseThrow();
  }
}
