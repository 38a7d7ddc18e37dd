package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.fleet.Sight.mailPod;
import static dev.feierabend.kubernetes.fleet.Sight.only;
import static dev.feierabend.kubernetes.fleet.Sight.snapshot;
import static dev.feierabend.kubernetes.fleet.Sight.view;
import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.UNCONTROLLED;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.PoolId;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterViewTest {
  @Test
  void everyHostOfTheDocumentIsThereInTheOrderOfTheirIds() {
    assertThat(snapshot(List.of(), List.of()).hosts())
        .extracting(Host::id)
        .containsExactly(FIRST, SECOND, UNCONTROLLED);
  }

  @Test
  void onlyNamespacesOfPoolsAreLookedAtAndTheOperatorsHaveTheOperatorsName() {
    List<Workload> workloads =
        snapshot(
                List.of(
                    deployment("school", "moodle", 1),
                    deployment("kube-system", "coredns", 2),
                    deployment("office", "mail", 1),
                    deployment("monitoring", "graphs", 1)),
                List.of())
            .workloads();

    assertThat(workloads)
        .extracting(it -> it.id() + " of " + it.tenant())
        .containsExactly(
            "deployment/monitoring/graphs of operator",
            "deployment/office/mail of ahausen",
            "deployment/school/moodle of bedorf");
  }

  @Test
  void aNameBeyondTheLengthOfAnIdHidesNobodyElse() {
    List<Deployment> deployments =
        List.of(deployment("office", "a".repeat(240), 1), deployment("office", "mail", 1));

    assertThat(only(snapshot(deployments, List.of())).id().value())
        .isEqualTo("deployment/office/mail");
  }

  @Test
  void awakeWorkloadsAndReadyHostsHaveALoad() {
    var view =
        view(
            List.of(deployment("office", "mail", 2), deployment("school", "moodle", 0)),
            List.of(mailPod("mail-1", "n1"), mailPod("mail-2", "n2")));

    assertThat(view.metered())
        .containsExactly(
            new Metered(new PoolId("machines"), FIRST.toString(), List.of("n1")),
            new Metered(new PoolId("machines"), SECOND.toString(), List.of("n2")),
            new Metered(
                new PoolId("ahausen-office"),
                "deployment/office/mail",
                List.of("office/mail-1", "office/mail-2")));
  }
}
