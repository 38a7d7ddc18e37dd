package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionTest {
  private static final ActionId SLEEP =
      new ActionId("sleep/deployment/office/mail@2026-03-02T19:00:00Z");
  private static final ActionId WAKE =
      new ActionId("wake/deployment/office/mail@2026-03-02T19:00:00Z");

  @Test
  void sleepWritesZeroAndWhatToRestoreInOnePatchOfThatVersionOnly() throws Exception {
    assertThat(patch(mail(3, Map.of()).sleep(0, SLEEP)))
        .isEqualTo(
            json(
                """
                {"metadata": {"labels": {
                  "feierabend.dev/restore": "3.0.the-mail",
                  "feierabend.dev/action": "%s"},
                  "resourceVersion": "42"},
                 "spec": {"replicas": 0}}
                """
                    .formatted(SLEEP.brief())));
  }

  @ParameterizedTest
  @CsvSource({"statefulset, 0", "statefulset, 1", "prometheus, 0", "alertmanager, 0"})
  void whoseClaimsWouldBeDeletedIsNeverScaledToFewer(String recipe, int keep) {
    Managed set =
        Objects.managed(
            recipe,
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {namespace: office, name: files}
            spec: {replicas: 3, persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}
            """);

    assertThat(new Transition(set).sleep(keep, SLEEP))
        .isEqualTo(
            new Change.Leave(
                recipe
                    + " office/files is left as it is: a sleep would delete what its volumes hold"
                    + " (spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete)"));
  }

  @Test
  void wakeRestoresWhatStandsOnTheObjectAndRemovesIt() throws Exception {
    assertThat(patch(mail(0, mark(3, 0)).wake(bringBack(2, 0), WAKE)))
        .isEqualTo(
            json(
                """
                {"metadata": {"labels": {
                  "feierabend.dev/restore": null,
                  "feierabend.dev/action": "%s"},
                  "resourceVersion": "42"},
                 "spec": {"replicas": 3}}
                """
                    .formatted(WAKE.brief())));
  }

  @Test
  void wakeRestoresTheJournalsNumberWhereTheLabelIsLost() throws Exception {
    assertThat(replicas(mail(0, Map.of()).wake(bringBack(2, 0), WAKE))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "three",
        "3",
        "{",
        "{}",
        "{\"uid\":\"the-mail\",\"replicas\":0,\"kept\":0,\"fields\":{}}",
        "{\"uid\":\"the-mail\",\"replicas\":3,\"kept\":3,\"fields\":{}}",
        "{\"uid\":\"the-mail\",\"replicas\":-3,\"kept\":0,\"fields\":{}}",
        "{\"uid\":\"the-mail\",\"replicas\":3,\"fields\":{}}",
        "{\"uid\":\"the-mail\",\"replicas\":99999999,\"kept\":0}",
        "{\"replicas\":3,\"kept\":0,\"fields\":{}}"
      })
  void anAnnotationThatMakesNoSenseIsNoAnnotation(String text) throws Exception {
    Transition mail = earlier(0, Map.of(Mark.NAME, text));

    assertThat(Mark.on(mail.now())).isEmpty();
    assertThat(replicas(mail.wake(bringBack(2, 0), WAKE))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "three",
        "3",
        "3.0",
        "3.0.",
        "0.0.the-mail",
        "3.3.the-mail",
        "-3.0.the-mail",
        "99999999.0.the-mail"
      })
  void aLabelThatMakesNoSenseIsNoLabel(String text) throws Exception {
    Transition mail = mail(0, Map.of(Mark.NAME, text));

    assertThat(Mark.on(mail.now())).isEmpty();
    assertThat(replicas(mail.wake(bringBack(2, 0), WAKE))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-3", "three", "3.5", " 3", "99999999"})
  void anEarlierAnnotationThatIsNoNumberOfReplicasIsNone(String text) {
    assertThat(Mark.on(earlier(0, Map.of(Mark.EARLIER, text)).now())).isEmpty();
  }

  @Test
  void aCopyOfAnotherObjectsMarkIsNone() throws Exception {
    assertThat(replicas(mail(0, Map.of(Mark.NAME, "9.0.another")).wake(bringBack(2, 0), WAKE)))
        .isEqualTo(2);
    String others = annotation(9, 0).get(Mark.NAME).replace("the-mail", "another");
    assertThat(replicas(earlier(0, Map.of(Mark.NAME, others)).wake(bringBack(2, 0), WAKE)))
        .isEqualTo(2);
  }

  /// In annotations, as all kinds were noted then.
  @Test
  void whatSleptUnderAnEarlierReleaseIsWokenAndLosesItsAnnotations() throws Exception {
    var left = new HashMap<>(annotation(3, 0));
    left.put(Notes.ACTION, SLEEP.value());
    Transition mail = earlier(0, left);
    assertThat(mail.took(SLEEP)).isTrue();

    JsonNode awake = patch(mail.wake(bringBack(2, 0), WAKE));

    assertThat(awake.at("/spec/replicas").intValue()).isEqualTo(3);
    assertThat(awake.at("/metadata/annotations").get(Mark.NAME).isNull()).isTrue();
    assertThat(awake.at("/metadata/annotations").get(Notes.ACTION).isNull()).isTrue();
    assertThat(awake.at("/metadata/labels").get(Notes.ACTION).asText()).isEqualTo(WAKE.brief());
  }

  @Test
  void whatALabelCannotHoldIsAnAnnotation() throws Exception {
    Transition unscaled = unscaled();
    String mark =
        patch(unscaled.sleep(0, SLEEP)).at("/metadata/annotations").get(Mark.NAME).asText();

    assertThat(mark).contains("\"/spec/replicas\":null");
  }

  @Test
  void anotherObjectOfThatNameIsNotGivenWhatTheJournalKnows() {
    var others = new Original(3, Optional.of("another"), List.of());

    assertThat(mail(0, Map.of()).wake(wake(others, 0), WAKE))
        .isEqualTo(
            new Change.Leave("Expected the deployment office/mail that slept but found another"));
  }

  @Test
  void whatSleptUnderTheFirstReleaseIsWokenAndLosesItsAnnotations() throws Exception {
    var earlier = Map.of(Mark.EARLIER, "3", Mark.EARLIER_KEPT, "1");
    JsonNode awake = patch(earlier(1, earlier).wake(bringBack(2, 0), WAKE));

    assertThat(awake.at("/spec/replicas").intValue()).isEqualTo(3);
    assertThat(awake.at("/metadata/annotations").get(Mark.EARLIER).isNull()).isTrue();
    assertThat(awake.at("/metadata/annotations").get(Mark.EARLIER_KEPT).isNull()).isTrue();
  }

  @Test
  void whatSleptUnderTheFirstReleaseAndSleepsDeeperIsMarkedAnew() throws Exception {
    var earlier = Map.of(Mark.EARLIER, "3", Mark.EARLIER_KEPT, "1");
    JsonNode deeper = patch(earlier(1, earlier).sleep(0, SLEEP));

    assertThat(deeper.at("/metadata/annotations").get(Mark.EARLIER).isNull()).isTrue();
    String mark = deeper.at("/metadata/annotations").get(Mark.NAME).asText();
    assertThat(mark).contains("\"replicas\":3");
    assertThat(replicas(earlier(0, Map.of(Mark.NAME, mark)).wake(bringBack(2, 0), WAKE)))
        .isEqualTo(3);
  }

  @Test
  void whatIsKeptStandsOnTheObjectUntilTheWakeBringsAllBack() throws Exception {
    JsonNode asleep = patch(mail(3, Map.of()).sleep(1, SLEEP));
    assertThat(asleep.at("/spec/replicas").intValue()).isEqualTo(1);
    assertThat(asleep.at("/metadata/labels").get(Mark.NAME).asText())
        .isEqualTo(mark(3, 1).get(Mark.NAME));

    Transition kept = mail(1, mark(3, 1));
    assertThat(Mark.on(kept.now()).map(Restore::kept)).contains(1);
    assertThat(replicas(kept.wake(bringBack(2, 0), WAKE))).isEqualTo(3);
    assertThat(mail(2, mark(3, 1)).wake(bringBack(3, 1), WAKE)).isEqualTo(Change.NOTHING);
    assertThat(replicas(mail(1, Map.of()).wake(bringBack(3, 1), WAKE))).isEqualTo(3);
  }

  @Test
  void whatSleepsDeeperStillComesBackAsItWas() throws Exception {
    JsonNode deeper = patch(mail(1, mark(3, 1)).sleep(0, SLEEP));

    assertThat(deeper.at("/spec/replicas").intValue()).isZero();
    assertThat(deeper.at("/metadata/labels").get(Mark.NAME).asText())
        .isEqualTo(mark(3, 0).get(Mark.NAME));
    assertThat(mail(1, Map.of()).sleep(1, SLEEP)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatSleepsAlreadyIsNotWrittenWhoeverPutItToSleep() {
    assertThat(mail(0, Map.of(Notes.ACTION, SLEEP.brief())).sleep(0, SLEEP))
        .isEqualTo(Change.NOTHING);
    assertThat(mail(0, Map.of()).sleep(0, SLEEP)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatIsAwakeAlreadyIsNotWritten() {
    assertThat(mail(1, Map.of()).wake(bringBack(3, 0), WAKE)).isEqualTo(Change.NOTHING);
    assertThat(mail(1, mark(3, 0)).wake(bringBack(3, 0), WAKE)).isEqualTo(Change.NOTHING);
  }

  @Test
  void nothingToRestoreIsNotWritten() {
    assertThat(mail(0, Map.of()).wake(bringBack(0, 0), WAKE)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatAPersonWokeAfterOurSleepIsLeftToThem() {
    var labels = Map.of(Notes.ACTION, SLEEP.brief(), Mark.NAME, mark(3, 0).get(Mark.NAME));

    assertThat(mail(5, labels).sleep(0, SLEEP))
        .isEqualTo(
            new Change.Leave(
                "Expected deployment office/mail as sleep/deployment/office/mail@2026-03-02T19:00:00Z left it, but somebody changed it since: 5 replicas"));
  }

  @Test
  void whatAPersonPutToSleepAfterOurWakeIsLeftToThem() {
    assertThat(mail(0, Map.of(Notes.ACTION, WAKE.brief())).wake(bringBack(3, 0), WAKE))
        .isInstanceOf(Change.Leave.class);
  }

  @Test
  void theNextEveningsSleepRestoresWhatThereIsThenNotWhatWasLeftBehind() throws Exception {
    var left = Map.of(Notes.ACTION, WAKE.brief(), Mark.NAME, mark(3, 0).get(Mark.NAME));
    JsonNode again = patch(mail(5, left).sleep(0, SLEEP));

    assertThat(again.at("/metadata/labels").get(Mark.NAME).asText())
        .isEqualTo(mark(5, 0).get(Mark.NAME));
  }

  private static Map<String, String> mark(int replicas, int kept) {
    return Map.of(Mark.NAME, "%d.%d.the-mail".formatted(replicas, kept));
  }

  private static Map<String, String> annotation(int replicas, int kept) {
    return Map.of(
        Mark.NAME,
        "{\"uid\":\"the-mail\",\"replicas\":%d,\"kept\":%d,\"fields\":{\"/spec/replicas\":%d}}"
            .formatted(replicas, kept, replicas));
  }

  private static Step.Wake bringBack(int replicas, int kept) {
    return wake(Original.of(replicas), kept);
  }

  private static Step.Wake wake(Original original, int kept) {
    return new Step.Wake(
        new WorkloadId("deployment/office/mail"), original, kept, Optional.empty());
  }

  private static Transition mail(int replicas, Map<String, String> labels) {
    return mail(replicas, labels, Map.of());
  }

  /// As an earlier release noted it.
  private static Transition earlier(int replicas, Map<String, String> annotations) {
    return mail(replicas, Map.of(), annotations);
  }

  private static Transition unscaled() {
    return mail(null, Map.of(), Map.of());
  }

  private static Transition mail(
      @Nullable Integer replicas, Map<String, String> labels, Map<String, String> annotations) {
    return new Transition(
        Objects.managed(
            "deployment",
            new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("office")
                .withName("mail")
                .withUid("the-mail")
                .withResourceVersion("42")
                .withLabels(labels)
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .build()));
  }

  private static int replicas(Change change) throws Exception {
    return patch(change).at("/spec/replicas").intValue();
  }

  private static JsonNode patch(Change change) throws Exception {
    assertThat(change).isInstanceOf(Change.Write.class);
    return json(((Change.Write) change).patch().json());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
