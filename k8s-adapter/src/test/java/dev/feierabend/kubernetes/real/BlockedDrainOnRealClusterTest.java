package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BlockedDrainOnRealClusterTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");

  @Test
  void aDrainThatABudgetBlocksForeverEndsAtItsDeadlineWithItsReasonAndTheNodeServesAgain() {
    try (var town = new RealTown()) {
      town.node("n1", FIRST);
      town.node("n2", SECOND);
      protect(town);
      mailThatRunsOnTheFirstNodeAlone(town);
      town.create(deployment("school", "desk", 2));
      town.awaitReady(new WorkloadId("deployment/school/desk"), 2);

      try (var night = new NodeNight(town)) {
        await()
            .atMost(RealTown.PATIENCE)
            .until(() -> {
              night.look();
              return town.hosts.obstacle(FIRST).isPresent();
            });
        assertThat(node(town).getSpec().getUnschedulable()).isTrue();
        night.pass(Duration.ofMinutes(50));

        assertThat(night.events(ActionTimedOut.class))
            .singleElement()
            .satisfies(event -> {
              assertThat(event.action().value()).startsWith("drain/" + FIRST);
              assertThat(event.observed())
                  .contains(
                      "has waited 0 min: The disruption budget keep needs 1 healthy pods and has 1"
                          + " currently");
            });
        await()
            .atMost(RealTown.PATIENCE)
            .until(
                () -> {
                  night.look();
                  return town.host(FIRST);
                },
                Host::inService);
        town.awaitReady(MAIL, 2);
        assertThat(node(town).getSpec().getTaints()).isEmpty();
      }
    }
  }

  /// The same night but for a second budget, which lets as much go as the first.
  @Test
  void aHostWithAPodUnderTwoBudgetsIsKeptOnAndNeverPlannedToBeEmptied() {
    try (var town = new RealTown()) {
      town.node("n1", FIRST);
      town.node("n2", SECOND);
      protect(town);
      mailThatRunsOnTheFirstNodeAlone(town);
      town.create(budget("keep-too"));
      town.create(deployment("school", "desk", 2));
      town.awaitReady(new WorkloadId("deployment/school/desk"), 2);
      await()
          .atMost(RealTown.PATIENCE)
          .until(() -> town.workload(MAIL).orElseThrow().mobility() == Mobility.PINNED);

      try (var night = new NodeNight(town)) {
        await()
            .atMost(RealTown.PATIENCE)
            .until(() -> {
              night.look();
              return town.workload(new WorkloadId("deployment/school/desk")).orElseThrow().asleep();
            });
        night.pass(Duration.ofMinutes(50));

        assertThat(night.events(ActionIssued.class))
            .extracting(ActionIssued::step)
            .noneMatch(step -> step instanceof Step.OnHost);
        assertThat(town.host(FIRST).inService()).isTrue();
      }
    }
  }

  /// Of its two replicas one may go, and the next one then finds no place: a person cordoned the
  /// other node, which the plan counts on.
  private static void mailThatRunsOnTheFirstNodeAlone(RealTown town) {
    town.create(budget("keep"));
    RealTown.edit(
        town.admin.nodes().withName("n2"),
        it -> new NodeBuilder(it).editSpec().withUnschedulable(true).endSpec().build());
    town.awaitHost(SECOND, Host::cordoned);
    town.create(deployment("office", "mail", 2));
    town.awaitReady(MAIL, 2);
  }

  private static PodDisruptionBudget budget(String name) {
    return new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withNamespace("office")
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withMinAvailable(new IntOrString(1))
        .withNewSelector()
        .addToMatchLabels("app", "mail")
        .endSelector()
        .endSpec()
        .build();
  }

  private static void protect(RealTown town) {
    label(town, "n2", "feierabend.dev/protect", "");
    town.awaitHost(SECOND, host -> host.protection().isPresent());
  }

  private static void label(RealTown town, String node, String name, String value) {
    RealTown.edit(
        town.admin.nodes().withName(node),
        it -> new NodeBuilder(it).editMetadata().addToLabels(name, value).endMetadata().build());
  }

  private static Node node(RealTown town) {
    return town.admin.nodes().withName("n1").get();
  }
}
