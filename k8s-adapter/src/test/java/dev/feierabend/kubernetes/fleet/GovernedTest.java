package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.fleet.Sight.mailPod;
import static dev.feierabend.kubernetes.fleet.Sight.only;
import static dev.feierabend.kubernetes.fleet.Sight.scalable;
import static dev.feierabend.kubernetes.fleet.Sight.see;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What something else governs.
class GovernedTest {
  private static final String SCALED =
      """
      apiVersion: keda.sh/v1alpha1
      kind: ScaledObject
      metadata: {namespace: office, name: mail-scaler, uid: x, labels: {tier: web}, annotations: {%s}}
      spec: {scaleTargetRef: {name: mail}}
      status: {conditions: [{type: Ready, status: "True"}, {type: Paused, status: "%s"}]}
      """;

  @Test
  void aDeploymentThatKedaScalesSleepsThroughItsScaledObject() {
    Workload mail = only(see(List.of(mailPod("mail-1", "n1")), scaled("", "False"), mail(3, 3)));

    assertThat(mail.id().value()).isEqualTo("scaledobject/office/mail-scaler");
    assertThat(mail.replicas()).isEqualTo(3);
    assertThat(mail.ready()).isEqualTo(3);
    assertThat(mail.on()).containsExactly(Towns.FIRST);
    assertThat(mail.size().cores()).isEqualTo(0.25);
    assertThat(mail.labels()).containsEntry("tier", "web").containsEntry("app", "mail");
  }

  /// A host must not be emptied on the word of an object that doesn't say what it needs.
  @ParameterizedTest
  @ValueSource(strings = {"{instances: 2}", "{instances: 2, resources: much}"})
  void whatAnObjectDoesNotSayOfItsSizeItsPodsSay(String spec) {
    var database =
        of(
            "cnpg-cluster",
            """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {namespace: office, name: files}
            spec: %s
            """
                .formatted(spec));
    List<Pod> pods =
        Stream.of(mailPod("files-1", "n1"), mailPod("files-2", "n2"))
            .map(pod ->
                new PodBuilder(pod)
                    .editMetadata()
                    .addToLabels("cnpg.io/cluster", "files")
                    .endMetadata()
                    .editSpec()
                    .withContainers(asking("500m", "1Gi"))
                    .endSpec()
                    .build())
            .toList();

    assertThat(only(see(pods, database)).size()).isEqualTo(new Resources(1, 2048));
  }

  private static Container asking(String cpu, String memory) {
    return new ContainerBuilder()
        .withNewResources()
        .addToRequests("cpu", new Quantity(cpu))
        .addToRequests("memory", new Quantity(memory))
        .endResources()
        .build();
  }

  /// One tenant's object must not hide all others of its kind.
  @Test
  void aSelectorThatCannotBeReadSelectsNothing() {
    var set =
        of(
            "statefulset",
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {namespace: office, name: files}
            spec: {replicas: 2, selector: {matchLabels: [files]}}
            """);

    assertThat(only(see(List.of(mailPod("files-1", "n1")), set)).on()).isEmpty();
  }

  @Test
  void whatKedaLeavesIdleIsAwakeAndReady() {
    Workload idle = only(see(List.of(), scaled("", "False"), mail(0, 0)));

    assertThat(idle.asleep()).isFalse();
    assertThat(idle.ready()).isEqualTo(1);
  }

  @Test
  void aScaledObjectIsReadyOnceItIsNoLongerPausedAndItsTargetServes() {
    assertThat(only(see(List.of(), scaled("", "True"), mail(3, 3))).ready()).isZero();
    assertThat(only(see(List.of(), scaled("", "False"), mail(3, 2))).ready()).isZero();
  }

  @Test
  void aPausedScaledObjectSleepsOnceItsPodsAreGone() {
    String paused = "autoscaling.keda.sh/paused-replicas: \"0\"";

    assertThat(only(see(List.of(), scaled(paused, "True"), mail(0, 0))))
        .satisfies(it -> {
          assertThat(it.asleep()).isTrue();
          assertThat(it.ready()).isZero();
        });
    assertThat(
            only(see(List.of(mailPod("mail-1", "n1")), scaled(paused, "True"), mail(0, 1))).ready())
        .isEqualTo(1);
  }

  @Test
  void aKindThatIsNotSeenAnyMoreIsAsOldAsItsLastSight() {
    Instant before = Sight.SEEN.minusSeconds(600);
    var cluster =
        new Cluster(
            Sight.SEEN,
            List.of(),
            List.of(),
            List.of(
                scaled("", "False"),
                mail(1, 1),
                scalable("deployment", deployment("school", "moodle", 1))),
            Ties.NONE,
            Autoscalers.NONE,
            Map.of("scaledobject", before));

    assertThat(
            new ClusterView(Towns.fleet(), cluster)
                .at(Sight.NOW, _ -> Power.ON, Ourselves.ELSEWHERE)
                .workloads())
        .extracting(it -> it.id() + " " + it.seen())
        .containsExactly(
            "deployment/school/moodle " + Sight.SEEN, "scaledobject/office/mail-scaler " + before);
  }

  private static Scalable scaled(String annotations, String paused) {
    return of("scaledobject", SCALED.formatted(annotations, paused));
  }

  private static Scalable of(String recipe, String yaml) {
    return Scalable.of(Objects.managed(recipe, yaml));
  }

  private static Scalable mail(int replicas, int ready) {
    return scalable(
        "deployment",
        new DeploymentBuilder(deployment("office", "mail", replicas))
            .editMetadata()
            .addToLabels("app", "mail")
            .endMetadata()
            .withNewStatus()
            .withReadyReplicas(ready)
            .endStatus()
            .build());
  }
}
