package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.UNCONTROLLED;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What stays awake and may not be anywhere, with the real scheduler: two nodes may go, one is
/// never switched off, and the school's sleep releases all three.
class RequiredPlacesOnRealClusterTest {
  private static final String HOST = "kubernetes.io/hostname";
  private static final WorkloadId GATE = new WorkloadId("deployment/office/gate");
  private static final WorkloadId DESK = new WorkloadId("deployment/school/desk");

  private RealTown town;

  @BeforeEach
  void start() {
    town = new RealTown();
    town.node("n1", FIRST, Map.of(HOST, "n1", "disk", "fast"));
    town.node("n2", SECOND, Map.of(HOST, "n2"));
    town.node("n3", UNCONTROLLED, Map.of(HOST, "n3"));
    town.create(deployment("school", "desk", 20));
    town.awaitReady(DESK, 20);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  @Test
  void ofThreeNodesOneGoesWhereTwoReplicasMustBeApartAndNobodyIsEverLeftWaiting() {
    town.create(with(deployment("office", "gate", 2), RequiredPlacesOnRealClusterTest::apart));
    town.awaitReady(GATE, 2);

    try (var night = new NodeNight(town)) {
      nightUntilOneIsOff(night);

      List<MachineId> on = Stream.of(FIRST, SECOND).filter(host -> !isOff(host)).toList();
      assertThat(on).hasSize(1);
      assertThat(reason(night, on.getFirst())).contains(new Reason.KeptApart(GATE));
      assertThat(town.workload(GATE).orElseThrow().on())
          .containsExactlyInAnyOrder(on.getFirst(), UNCONTROLLED);
    }
  }

  @Test
  void theNodeThatASelectorNeedsStaysOnAndSaysForWhom() {
    town.create(
        with(
            deployment("office", "gate", 1),
            spec -> new PodSpecBuilder(spec).addToNodeSelector("disk", "fast").build()));
    town.awaitReady(GATE, 1);

    try (var night = new NodeNight(town)) {
      nightUntilOneIsOff(night);

      assertThat(isOff(FIRST)).isFalse();
      assertThat(isOff(SECOND)).isTrue();
      assertThat(reason(night, FIRST)).contains(new Reason.BoundTo(GATE));
      assertThat(town.workload(GATE).orElseThrow().on()).containsExactly(FIRST);
    }
  }

  /// And half an hour more, in which another one could.
  private void nightUntilOneIsOff(NodeNight night) {
    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> {
          night.look();
          nobodyWaits();
          return isOff(FIRST) || isOff(SECOND);
        });
    town.awaitReady(GATE, town.workload(GATE).orElseThrow().replicas());
    night.pass(Duration.ofMinutes(30));
    nobodyWaits();
  }

  private void nobodyWaits() {
    assertThat(town.admin.pods().inNamespace("office").list().getItems())
        .noneMatch(RequiredPlacesOnRealClusterTest::isUnschedulable);
  }

  private static boolean isUnschedulable(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .anyMatch(it -> "Unschedulable".equals(it.getReason()));
  }

  private boolean isOff(MachineId host) {
    return town.host(host).power() == Power.OFF;
  }

  private static Optional<Reason> reason(NodeNight night, MachineId host) {
    return night.events(PlanDecided.class).reversed().stream()
        .flatMap(plan -> plan.hosts().stream())
        .filter(aim -> aim.host().equals(host))
        .map(HostAim::reason)
        .findFirst();
  }

  private static Deployment with(Deployment deployment, UnaryOperator<PodSpec> change) {
    return new DeploymentBuilder(deployment)
        .editSpec()
        .editTemplate()
        .withSpec(change.apply(deployment.getSpec().getTemplate().getSpec()))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodSpec apart(PodSpec spec) {
    return new PodSpecBuilder(spec)
        .withNewAffinity()
        .withNewPodAntiAffinity()
        .addNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withTopologyKey(HOST)
        .withNewLabelSelector()
        .addToMatchLabels("app", "gate")
        .endLabelSelector()
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endPodAntiAffinity()
        .endAffinity()
        .build();
  }
}
