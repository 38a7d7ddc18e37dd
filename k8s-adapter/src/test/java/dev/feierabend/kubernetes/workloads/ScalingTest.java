package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {
  private static final ActionId SLEEP =
      new ActionId("sleep/deployment/office/mail@2026-03-02T19:00:00Z");
  private static final ActionId WAKE =
      new ActionId("wake/deployment/office/mail@2026-03-02T19:00:00Z");

  @Test
  void sleepWritesZeroAndWhatToRestoreInOnePatchOfThatVersionOnly() throws Exception {
    assertThat(patch(scaling(3, Map.of()).sleep(0, SLEEP)))
        .isEqualTo(
            json(
                """
                {"metadata": {"resourceVersion": "42", "annotations": {
                  "feierabend.dev/restore-replicas": "3",
                  "feierabend.dev/action": "sleep/deployment/office/mail@2026-03-02T19:00:00Z"}},
                 "spec": {"replicas": 0}}
                """));
  }

  @Test
  void wakeRestoresWhatStandsOnTheObjectAndRemovesIt() throws Exception {
    assertThat(patch(scaling(0, Map.of(Scaling.RESTORE, "3")).wake(bringBack(2, 0), WAKE)))
        .isEqualTo(
            json(
                """
                {"metadata": {"resourceVersion": "42", "annotations": {
                  "feierabend.dev/restore-replicas": null,
                  "feierabend.dev/action": "wake/deployment/office/mail@2026-03-02T19:00:00Z"}},
                 "spec": {"replicas": 3}}
                """));
  }

  @Test
  void wakeRestoresTheJournalsNumberWhereTheAnnotationIsLost() throws Exception {
    assertThat(
            patch(scaling(0, Map.of()).wake(bringBack(2, 0), WAKE)).at("/spec/replicas").intValue())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-3", "three", "3.5", " 3", "99999999"})
  void anAnnotationThatIsNoNumberOfReplicasIsNoAnnotation(String text) throws Exception {
    Scaling scaling = scaling(0, Map.of(Scaling.RESTORE, text));

    assertThat(scaling.restore()).isEmpty();
    assertThat(patch(scaling.wake(bringBack(2, 0), WAKE)).at("/spec/replicas").intValue())
        .isEqualTo(2);
  }

  @Test
  void whatIsKeptStandsOnTheObjectUntilTheWakeBringsAllBack() throws Exception {
    JsonNode asleep = patch(scaling(3, Map.of()).sleep(1, SLEEP));
    assertThat(asleep.at("/spec/replicas").intValue()).isEqualTo(1);
    assertThat(asleep.at("/metadata/annotations").get(Scaling.RESTORE).asText()).isEqualTo("3");
    assertThat(asleep.at("/metadata/annotations").get(Scaling.KEPT).asText()).isEqualTo("1");

    Scaling kept = scaling(1, Map.of(Scaling.RESTORE, "3", Scaling.KEPT, "1"));
    assertThat(kept.restore()).contains(new Restore(3, 1));
    JsonNode awake = patch(kept.wake(bringBack(2, 0), WAKE));
    assertThat(awake.at("/spec/replicas").intValue()).isEqualTo(3);
    assertThat(awake.at("/metadata/annotations").get(Scaling.KEPT).isNull()).isTrue();
    assertThat(
            scaling(2, Map.of(Scaling.RESTORE, "3", Scaling.KEPT, "1")).wake(bringBack(3, 1), WAKE))
        .isEqualTo(Change.NOTHING);
    assertThat(
            patch(scaling(1, Map.of()).wake(bringBack(3, 1), WAKE)).at("/spec/replicas").intValue())
        .isEqualTo(3);
  }

  @Test
  void whatSleepsDeeperStillComesBackAsItWas() throws Exception {
    JsonNode deeper =
        patch(scaling(1, Map.of(Scaling.RESTORE, "3", Scaling.KEPT, "1")).sleep(0, SLEEP));

    assertThat(deeper.at("/spec/replicas").intValue()).isZero();
    assertThat(deeper.at("/metadata/annotations").get(Scaling.RESTORE).asText()).isEqualTo("3");
    assertThat(deeper.at("/metadata/annotations").get(Scaling.KEPT).isNull()).isTrue();
    assertThat(scaling(1, Map.of()).sleep(1, SLEEP)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatSleepsAlreadyIsNotWrittenWhoeverPutItToSleep() {
    assertThat(scaling(0, Map.of(Scaling.ACTION, SLEEP.value())).sleep(0, SLEEP))
        .isEqualTo(Change.NOTHING);
    assertThat(scaling(0, Map.of()).sleep(0, SLEEP)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatIsAwakeAlreadyIsNotWritten() {
    assertThat(scaling(1, Map.of()).wake(bringBack(3, 0), WAKE)).isEqualTo(Change.NOTHING);
    assertThat(scaling(1, Map.of(Scaling.RESTORE, "3")).wake(bringBack(3, 0), WAKE))
        .isEqualTo(Change.NOTHING);
  }

  @Test
  void nothingToRestoreIsNotWritten() {
    assertThat(scaling(0, Map.of()).wake(bringBack(0, 0), WAKE)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatAPersonWokeAfterOurSleepIsLeftToThem() {
    var woken = scaling(5, Map.of(Scaling.ACTION, SLEEP.value(), Scaling.RESTORE, "3"));

    assertThat(woken.sleep(0, SLEEP))
        .isEqualTo(
            new Change.Leave(
                "Expected office/mail as sleep/deployment/office/mail@2026-03-02T19:00:00Z left it, but somebody scaled it to 5 since"));
  }

  @Test
  void whatAPersonPutToSleepAfterOurWakeIsLeftToThem() {
    assertThat(scaling(0, Map.of(Scaling.ACTION, WAKE.value())).wake(bringBack(3, 0), WAKE))
        .isInstanceOf(Change.Leave.class);
  }

  @Test
  void theNextEveningsSleepRestoresWhatThereIsThenNotWhatWasLeftBehind() throws Exception {
    var again = scaling(5, Map.of(Scaling.ACTION, WAKE.value(), Scaling.RESTORE, "3"));

    assertThat(
            patch(again.sleep(0, SLEEP)).at("/metadata/annotations").get(Scaling.RESTORE).asText())
        .isEqualTo("5");
  }

  private static Step.Wake bringBack(int replicas, int kept) {
    return new Step.Wake(
        new WorkloadId("deployment/office/mail"), replicas, kept, Optional.empty());
  }

  private static Scaling scaling(int replicas, Map<String, String> annotations) {
    return new Scaling(
        new ObjectMetaBuilder()
            .withNamespace("office")
            .withName("mail")
            .withResourceVersion("42")
            .withAnnotations(annotations)
            .build(),
        replicas);
  }

  private static JsonNode patch(Change change) throws Exception {
    assertThat(change).isInstanceOf(Change.Write.class);
    return json(((Change.Write) change).patch().json());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
