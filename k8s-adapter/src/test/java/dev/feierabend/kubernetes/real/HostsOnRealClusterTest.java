package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HostsOnRealClusterTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final ActionId ACTION = new ActionId("drain/n1@p#1");

  private static RealTown town;

  @BeforeAll
  static void start() {
    town = new RealTown();
    town.node("n1", FIRST);
    town.node("n2", SECOND);
  }

  @AfterAll
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @AfterEach
  void asBefore() {
    town.admin.policy().v1().podDisruptionBudget().inNamespace("office").delete();
    town.admin.apps().deployments().inNamespace("office").delete();
    schedulable("n1", true);
    schedulable("n2", true);
    List.of(FIRST, SECOND).forEach(it -> town.awaitHost(it, host -> !host.occupied()));
  }

  @Test
  void aCordonedHostGetsNoWorkUntilItIsAdmitted() {
    schedulable("n2", false);
    town.awaitHost(SECOND, Host::cordoned);
    assertThat(town.hosts.cordon(FIRST, ACTION)).isEqualTo(Answer.DONE);
    town.awaitHost(FIRST, Host::cordoned);
    town.create(deployment("office", "mail", 1));
    await().atMost(RealTown.PATIENCE).until(HostsOnRealClusterTest::aPodWaits);

    assertThat(town.hosts.admit(FIRST, ACTION)).isEqualTo(Answer.DONE);

    town.awaitReady(MAIL, 1);
    assertThat(mail().on()).containsExactly(FIRST);
    assertThat(town.hosts.admit(SECOND, ACTION)).isEqualTo(Answer.DONE);
    assertThat(town.hosts.obstacle(SECOND)).contains("somebody else cordoned it");
    assertThat(town.host(SECOND).cordoned()).isTrue();
  }

  @Test
  void aHostIsEmptiedWithoutEverBreakingABudget() {
    mailOnFirst(3);
    town.create(budget("keep", 2));
    awaitBudgetSeen(3);
    town.hosts.cordon(FIRST, ACTION);

    await()
        .atMost(RealTown.PATIENCE)
        .until(
            () -> {
              assertThat(town.hosts.drain(FIRST, List.of(), ACTION)).isEqualTo(Answer.DONE);
              assertThat(stillServing()).isGreaterThanOrEqualTo(2);
              return town.host(FIRST);
            },
            host -> !host.occupied());

    town.awaitReady(MAIL, 3);
    assertThat(mail().on()).containsExactly(SECOND, SECOND, SECOND);
  }

  @Test
  void whatABudgetNeverLetsGoIsPinnedAndStaysHoweverOftenItIsAsked() {
    mailOnFirst(1);
    List<String> before = podUids();
    town.create(budget("keep", 1));
    await().atMost(RealTown.PATIENCE).until(() -> mail().mobility() == Mobility.PINNED);
    town.hosts.cordon(FIRST, ACTION);

    for (int time = 0; time < 3; time++) {
      assertThat(town.hosts.drain(FIRST, List.of(), ACTION)).isEqualTo(Answer.DONE);
    }

    assertThat(podUids()).isEqualTo(before);
    assertThat(town.host(FIRST).occupied()).isTrue();
  }

  @Test
  void whatTwoBudgetsGuardIsPinnedAndEndsADrainByNameThoughBothWouldLetItGo() {
    mailOnFirst(3);
    List<String> before = podUids();
    town.create(budget("keep", 1));
    awaitBudgetSeen(3);
    assertThat(mail().mobility()).isEqualTo(Mobility.RESCHEDULED);
    town.create(budget("keep-too", 1));
    await().atMost(RealTown.PATIENCE).until(() -> mail().mobility() == Mobility.PINNED);
    town.hosts.cordon(FIRST, ACTION);

    assertThat(town.hosts.drain(FIRST, List.of(), ACTION))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.because())
                    .startsWith("eviction of office/mail-")
                    .contains(": This pod has more than one PodDisruptionBudget"));
    assertThat(town.hosts.obstacle(FIRST).orElseThrow())
        .startsWith("office/mail-")
        .contains(" has waited 0 min: This pod has more than one PodDisruptionBudget");
    assertThat(podUids()).isEqualTo(before);
  }

  @Test
  void aHostSwitchedOffIsNotReadyAndSwitchedOnItIsAgain() {
    assertThat(town.power.softOff(FIRST)).isEqualTo(Answer.DONE);
    town.awaitHost(FIRST, host -> host.power() == Power.OFF && !host.ready());

    assertThat(town.power.on(FIRST)).isEqualTo(Answer.DONE);
    town.awaitHost(FIRST, Host::inService);
  }

  @Test
  void aMachineThatIsNoNodeIsSeenAllTheSame() {
    MachineId third = MachineId.of("00000000-0000-0000-0000-000000000003");

    assertThat(town.host(third).ready()).isFalse();
    assertThat(town.hosts.cordon(third, ACTION)).isInstanceOf(Answer.Refused.class);
  }

  private static void mailOnFirst(int replicas) {
    schedulable("n2", false);
    town.awaitHost(SECOND, Host::cordoned);
    town.create(deployment("office", "mail", replicas));
    town.awaitReady(MAIL, replicas);
    schedulable("n2", true);
    town.awaitHost(SECOND, Host::inService);
    assertThat(mail().on()).containsOnly(FIRST);
  }

  private static Workload mail() {
    return town.workload(MAIL).orElseThrow();
  }

  private static void awaitBudgetSeen(int pods) {
    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> {
          var status =
              town.admin
                  .policy()
                  .v1()
                  .podDisruptionBudget()
                  .inNamespace("office")
                  .withName("keep")
                  .get()
                  .getStatus();
          return status != null && Integer.valueOf(pods).equals(status.getCurrentHealthy());
        });
  }

  private static long stillServing() {
    return town.admin.pods().inNamespace("office").list().getItems().stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod ->
            pod.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True")))
        .count();
  }

  private static boolean aPodWaits() {
    return town.admin.pods().inNamespace("office").list().getItems().stream()
        .anyMatch(pod ->
            pod.getStatus().getConditions().stream()
                .anyMatch(it -> "Unschedulable".equals(it.getReason())));
  }

  private static List<String> podUids() {
    return town.admin.pods().inNamespace("office").list().getItems().stream()
        .map(pod -> pod.getMetadata().getUid())
        .toList();
  }

  private static void schedulable(String name, boolean schedulable) {
    RealTown.edit(
        town.admin.nodes().withName(name),
        node ->
            new NodeBuilder(node)
                .editMetadata()
                .removeFromAnnotations("feierabend.dev/cordoned")
                .removeFromAnnotations("feierabend.dev/before-sleep")
                .endMetadata()
                .editSpec()
                .withUnschedulable(!schedulable)
                .removeMatchingFromTaints(it -> it.getKey().startsWith("feierabend.dev/"))
                .endSpec()
                .build());
  }

  private static PodDisruptionBudget budget(String name, int minAvailable) {
    return new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withNamespace("office")
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withMinAvailable(new IntOrString(minAvailable))
        .withNewSelector()
        .addToMatchLabels("app", "mail")
        .endSelector()
        .endSpec()
        .build();
  }
}
