package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.Definitions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What users of other schedulers were hurt by, where only a real cluster tells; see
/// `docs/handbook/lessons.md`.
class LessonsOnRealClusterTest {
  private static final Duration OVER_A_MINUTE = Duration.ofSeconds(150);
  private static final int DEADLINE = 10;
  private static final ActionId SLEEP = new ActionId("sleep@1");
  private static final ActionId WAKE = new ActionId("wake@1");

  private static final String WEBHOOK =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: guard}
      webhooks:
        - name: guard.example.org
          clientConfig: {url: "https://127.0.0.1:1/nobody-is-there"}
          rules: [{apiGroups: [apps], apiVersions: [v1], operations: [UPDATE], resources: [deployments]}]
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: school}}
          failurePolicy: Fail
          sideEffects: None
          timeoutSeconds: 1
          admissionReviewVersions: [v1]
      """;

  private static RealTown town;

  @BeforeAll
  static void start() {
    town = new RealTown();
  }

  @AfterAll
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void aCronJobWhoseStartingDeadlinePassedWhileItSleptStartsAtItsNextTime() {
    town.create(
        generic(
            Specimens.all()
                .get("cronjob")
                .replace("name: cronjob", "name: punctual")
                .replace("0 2 * * *", "* * * * *")
                .replace(
                    "schedule:",
                    "suspend: true, startingDeadlineSeconds: %d, schedule:".formatted(DEADLINE))));
    var cronJobs = town.admin.batch().v1().cronjobs().inNamespace("office");
    Instant longAgo = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
    cronJobs
        .withName("punctual")
        .editStatus(job -> {
          job.getStatus().setLastScheduleTime(longAgo.toString());
          return job;
        });
    var awake = new Original.Field("/spec/suspend", Optional.of("false"));
    Instant woken = Instant.now();

    assertThat(wake("cronjob/office/punctual", new Original(1, Optional.empty(), List.of(awake))))
        .isEqualTo(Answer.DONE);

    await()
        .atMost(OVER_A_MINUTE)
        .untilAsserted(() ->
            assertThat(startsOf("punctual"))
                .isNotEmpty()
                .allMatch(start -> start.isAfter(woken.minusSeconds(DEADLINE + 1))));
  }

  /// For which times a CronJob's Jobs were started.
  private static List<Instant> startsOf(String cronJob) {
    return town.admin.batch().v1().jobs().inNamespace("office").list().getItems().stream()
        .map(Job::getMetadata)
        .filter(job -> job.getName().startsWith(cronJob + "-"))
        .map(job -> job.getAnnotations().get("batch.kubernetes.io/cronjob-scheduled-timestamp"))
        .map(time -> OffsetDateTime.parse(time).toInstant())
        .toList();
  }

  @Test
  void whatAnOperatorWouldBringBackSleepsThroughItsOwnerAndIsNotTouchedItself() throws Exception {
    town.create(definition("prometheuses.monitoring.coreos.com"));
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> town.create(generic(Specimens.all().get("prometheus"))));
    town.create(generic(ownedBy(uid("prometheus"))));
    String owner = "prometheus/office/prometheus";
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(town.fleet.observe().workloads())
                .extracting(it -> it.id().value())
                .filteredOn(it -> it.equals(owner) || it.contains("statefulset"))
                .containsExactly(owner));

    assertThat(sleep("statefulset/office/owned"))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.because()).contains("managed by Prometheus prometheus"));
    assertThat(sleep(owner)).isEqualTo(Answer.DONE);

    assertThat(town.ourWrites())
        .filteredOn(write -> write.contains("prometheus") || write.contains("owned"))
        .containsExactly("patch 200 prometheuses office/prometheus");
  }

  @Test
  void aWebhookThatFailsClosedIsNamedAsWhatBlocksTheWakeWhichIsDoneOnceItIsGone() {
    town.create(deployment("school", "guarded", 2));
    town.create(deployment("school", "other", 1));
    assertThat(sleep("deployment/school/guarded")).isEqualTo(Answer.DONE);
    var webhook = generic(WEBHOOK);
    town.create(webhook);
    await()
        .atMost(RealTown.PATIENCE)
        .untilAsserted(() ->
            assertThatThrownBy(LessonsOnRealClusterTest::touchOther)
                .isInstanceOf(KubernetesClientException.class));

    assertThat(wake("deployment/school/guarded", Original.of(2)).toString())
        .contains("guard.example.org");

    town.admin.resource(webhook).delete();
    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> wake("deployment/school/guarded", Original.of(2)), Answer.DONE::equals);
  }

  private static void touchOther() {
    town.admin
        .apps()
        .deployments()
        .inNamespace("school")
        .withName("other")
        .edit(it -> {
          it.getMetadata().getAnnotations().put("touched", Instant.now().toString());
          return it;
        });
  }

  private static String ownedBy(String uid) {
    return Specimens.all()
        .get("statefulset")
        .replace(
            "name: statefulset,",
            """
            name: owned, ownerReferences: [{apiVersion: monitoring.coreos.com/v1, kind: Prometheus,
             name: prometheus, uid: %s, controller: true}],\
            """
                .formatted(uid));
  }

  private static String uid(String prometheus) {
    return town.admin
        .genericKubernetesResources("monitoring.coreos.com/v1", "Prometheus")
        .inNamespace("office")
        .withName(prometheus)
        .get()
        .getMetadata()
        .getUid();
  }

  private static GenericKubernetesResource definition(String name) {
    return generic(Definitions.published(name));
  }

  private static Answer sleep(String id) {
    return town.workloads.sleep(new Step.Sleep(id(id), 0), SLEEP);
  }

  private static Answer wake(String id, Original original) {
    return town.workloads.wake(new Step.Wake(id(id), original, 0, Optional.empty()), WAKE);
  }

  private static WorkloadId id(String id) {
    return new WorkloadId(id);
  }

  private static GenericKubernetesResource generic(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }
}
