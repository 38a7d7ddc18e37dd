package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.Definitions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobStatusBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What Kubernetes' own controllers make of what sleeps and wakes.
class ControllersOnRealClusterTest {
  private static final ActionId SLEEP = new ActionId("sleep@1");
  private static final ActionId WAKE = new ActionId("wake@1");

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
  void aCronJobThatMissedMoreThanAHundredStartsWhileItSleptStartsAgainWhenItWakes() {
    town.create(
        generic(
            Specimens.all()
                .get("cronjob")
                .replace("name: cronjob", "name: minutely")
                .replace("0 2 * * *", "* * * * *")
                .replace("schedule:", "suspend: true, schedule:")));
    var jobs = town.admin.batch().v1();
    CronJob minutely = jobs.cronjobs().inNamespace("office").withName("minutely").get();
    minutely.getMetadata().setResourceVersion(null);
    Instant before = Instant.now().minus(Duration.ofHours(3)).truncatedTo(SECONDS);
    minutely.setStatus(new CronJobStatusBuilder().withLastScheduleTime(before.toString()).build());
    town.admin.resource(minutely).patchStatus();
    var awake = new Original.Field("/spec/suspend", Optional.of("false"));

    wake("cronjob/office/minutely", new Original(1, Optional.empty(), List.of(awake)));

    await()
        .atMost(RealTown.PATIENCE)
        .until(() ->
            jobs.jobs().inNamespace("office").list().getItems().stream()
                .anyMatch(job -> job.getMetadata().getName().startsWith("minutely-")));
  }

  @Test
  void anAutoscalerStandsStillWhileItsTargetSleepsAndBothAreAsBeforeInTheMorning() {
    town.create(deployment("office", "scaled", 3));
    town.create(generic(scaler("scaled")));
    var bounds = autoscaler("scaled").getSpec();

    assertThat(town.workloads.sleep(new Step.Sleep(id("deployment/office/scaled"), 0), SLEEP))
        .isEqualTo(Answer.DONE);
    await()
        .atMost(RealTown.PATIENCE)
        .until(() ->
            autoscaler("scaled").getStatus().getConditions().stream()
                .anyMatch(it -> "ScalingDisabled".equals(it.getReason())));
    assertThat(replicas("scaled")).isZero();
    wake("deployment/office/scaled", Original.of(9));

    assertThat(replicas("scaled")).isEqualTo(3);
    assertThat(autoscaler("scaled").getSpec()).isEqualTo(bounds);
  }

  @Test
  void anAutoscalerRaisesWhatIsKeptBelowItsBoundAndLeavesAloneWhatTheAdapterSaysCanStay() {
    for (String name : List.of("low", "kept")) {
      town.create(deployment("office", name, 4));
      town.create(generic(scaler(name)));
      await().atMost(RealTown.PATIENCE).ignoreExceptions().until(() -> seen(name).lowest() == 2);
    }

    sleep("low", 1);
    sleep("kept", seen("kept").keeping(1));

    await().atMost(RealTown.PATIENCE).until(() -> replicas("low") == 2);
    int looks = autoscalings("kept");
    await().atMost(RealTown.PATIENCE).until(() -> autoscalings("kept") > looks + 1);
    assertThat(replicas("kept")).isEqualTo(2);
    assertThat(seen("kept").asleep()).isTrue();
    assertThat(seen("low").asleep()).isFalse();
  }

  /// How often its autoscaler, which looks every 15 seconds, said something of it.
  private static int autoscalings(String name) {
    return town.admin.v1().events().inNamespace("office").list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .filter(event -> "HorizontalPodAutoscaler".equals(event.getInvolvedObject().getKind()))
        .mapToInt(event -> Optional.ofNullable(event.getCount()).orElse(1))
        .sum();
  }

  private static Workload seen(String name) {
    return town.workload(id("deployment/office/" + name)).orElseThrow();
  }

  private static void sleep(String name, int keep) {
    WorkloadId id = id("deployment/office/" + name);
    assertThat(town.workloads.sleep(new Step.Sleep(id, keep), SLEEP)).isEqualTo(Answer.DONE);
  }

  private static String scaler(String name) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {namespace: office, name: %1$s}
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %1$s}
      minReplicas: 2
      maxReplicas: 5
      metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]
    """
        .formatted(name);
  }

  @Test
  void aKindThatComesAndGoesLeavesTheOthersInSight() {
    GenericKubernetesResource definition = generic(Definitions.published("scaledobjects.keda.sh"));
    town.create(deployment("school", "other", 1));
    awaitSeen("deployment/school/other");

    town.create(definition);
    String scaler = Specimens.all().get("scaledobject").replace("office", "school");
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> town.create(generic(scaler)));
    awaitSeen("scaledobject/school/scaledobject");

    town.admin.resource(definition).delete();
    awaitSeen("deployment/school/other");
  }

  /// All that is seen of the school.
  private static void awaitSeen(String id) {
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(town.fleet.observe().workloads())
                .extracting(it -> it.id().value())
                .filteredOn(it -> it.contains("/school/"))
                .containsExactly(id));
  }

  private static void wake(String id, Original original) {
    assertThat(town.workloads.wake(new Step.Wake(id(id), original, 0, Optional.empty()), WAKE))
        .isEqualTo(Answer.DONE);
  }

  private static HorizontalPodAutoscaler autoscaler(String name) {
    return town.admin
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace("office")
        .withName(name)
        .get();
  }

  private static int replicas(String name) {
    return town.admin
        .apps()
        .deployments()
        .inNamespace("office")
        .withName(name)
        .get()
        .getSpec()
        .getReplicas();
  }

  private static WorkloadId id(String id) {
    return new WorkloadId(id);
  }

  private static GenericKubernetesResource generic(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }
}
