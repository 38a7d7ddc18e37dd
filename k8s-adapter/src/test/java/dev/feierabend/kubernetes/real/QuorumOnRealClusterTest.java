package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.UNCONTROLLED;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A store with a member on each of two nodes; of the two pools the school's alone is agreed.
class QuorumOnRealClusterTest {
  @Test
  void aStoreThatNobodyLetsSleepKeepsAllOfItsHostsOn() {
    try (var town = new RealTown()) {
      store(town, "office");
      try (var night = new NodeNight(town)) {
        await()
            .atMost(RealTown.PATIENCE)
            .until(() -> {
              night.look();
              return pods(town, "school") == 0;
            });
        night.pass(Duration.ofHours(1));

        assertThat(steps(night)).hasOnlyElementsOfType(Step.Sleep.class);
        assertThat(pods(town, "office")).isEqualTo(2);
      }
    }
  }

  @Test
  void aStoreThatSleepsByAgreementSleepsFirstAndThenFreesItsHosts() {
    try (var town = new RealTown()) {
      store(town, "school");
      try (var night = new NodeNight(town)) {
        await()
            .atMost(RealTown.PATIENCE)
            .until(() -> {
              night.look();
              return List.of(FIRST, SECOND).stream().allMatch(host -> isOff(town, host));
            });

        assertThat(steps(night))
            .hasExactlyElementsOfTypes(
                Step.Sleep.class,
                Step.Sleep.class,
                Step.Cordon.class,
                Step.Cordon.class,
                Step.PowerOff.class,
                Step.PowerOff.class);
      }
    }
  }

  /// And a desk in the school; returns when all of both is ready and seen in its place, and a third
  /// host that stays on.
  private static void store(RealTown town, String namespace) {
    town.node("n1", FIRST);
    town.node("n2", SECOND);
    town.create(apart(deployment(namespace, "mongodb", 2)));
    town.create(deployment("school", "desk", 2));
    town.awaitReady(new WorkloadId("deployment/school/desk"), 2);
    var store = new WorkloadId("deployment/%s/mongodb".formatted(namespace));
    town.awaitReady(store, 2);
    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> town.workload(store).orElseThrow().on(), List.of(FIRST, SECOND)::equals);
    town.node("n3", UNCONTROLLED);
    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> town.host(UNCONTROLLED).power(), Power.ON::equals);
  }

  /// No two of its pods on one node, for each wants the same port of it.
  private static Deployment apart(Deployment store) {
    return new DeploymentBuilder(store)
        .editSpec()
        .editTemplate()
        .editSpec()
        .editFirstContainer()
        .addNewPort()
        .withContainerPort(27017)
        .withHostPort(27017)
        .endPort()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static int pods(RealTown town, String namespace) {
    return town.admin.pods().inNamespace(namespace).list().getItems().size();
  }

  private static boolean isOff(RealTown town, MachineId host) {
    return town.host(host).power() == Power.OFF;
  }

  private static List<Step> steps(NodeNight night) {
    return night.events(ActionIssued.class).stream().map(ActionIssued::step).toList();
  }
}
