package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.inPhase;
import static dev.feierabend.kubernetes.Pods.onDisk;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static dev.feierabend.kubernetes.fleet.Sight.SEEN;
import static dev.feierabend.kubernetes.fleet.Sight.mailPod;
import static dev.feierabend.kubernetes.fleet.Sight.only;
import static dev.feierabend.kubernetes.fleet.Sight.snapshot;
import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.Trace;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadViewTest {
  @Test
  void aWorkloadIsWhatItsObjectAndItsPodsSay() {
    Deployment mail =
        new DeploymentBuilder(deployment("office", "mail", 3))
            .editMetadata()
            .addToLabels("tier", "web")
            .withUid("the mail")
            .endMetadata()
            .withNewStatus()
            .withReadyReplicas(2)
            .endStatus()
            .build();
    List<Pod> pods =
        List.of(mailPod("mail-1", "n2"), mailPod("mail-2", "n1"), mailPod("mail-3", "n2"));

    assertThat(snapshot(List.of(mail), pods).workloads())
        .containsExactly(
            new Workload(
                new WorkloadId("deployment/office/mail"),
                "mail",
                new PoolId("ahausen-office"),
                new TenantId("ahausen"),
                new Resources(0.25, 512),
                3,
                2,
                List.of(FIRST, SECOND, SECOND),
                Mobility.RESCHEDULED,
                Map.of("tier", "web"),
                Optional.empty(),
                new Original(
                    3,
                    Optional.of("the mail"),
                    List.of(new Original.Field("/spec/replicas", Optional.of("3")))),
                0,
                SEEN,
                Trace.NONE));
  }

  @Test
  void onlyPodsThatHaveAPlaceAndKeepItAreOnAHost() {
    List<Pod> pods =
        List.of(
            mailPod("mail-1", "n1"),
            terminating(mailPod("mail-2", "n1")),
            inPhase(mailPod("mail-3", "n1"), "Failed"),
            mailPod("mail-4", null),
            mailPod("mail-5", "elsewhere"),
            Towns.of("mail", running("not-its-own", "n1", "Job")),
            running("another", "n1", "ReplicaSet"));

    assertThat(only(snapshot(List.of(deployment("office", "mail", 3)), pods)).on())
        .containsExactly(FIRST);
  }

  @Test
  void oneTiedPodPinsItsWorkload() {
    List<Pod> pods = List.of(mailPod("mail-1", "n1"), onDisk(mailPod("mail-2", "n2"), "spool"));

    assertThat(only(snapshot(List.of(deployment("office", "mail", 2)), pods)).mobility())
        .isEqualTo(Mobility.PINNED);
  }

  @Test
  void aPoolsStoreIsTiedToAllOfItsMembersHostsAndLeavesThemAsItSleeps() {
    List<Pod> members =
        List.of(
            Towns.of("mongodb", running("mongodb-0", "n1", "ReplicaSet")),
            Towns.of("mongodb", running("mongodb-1", "n2", "ReplicaSet")));

    Snapshot seen = snapshot(List.of(deployment("office", "mongodb", 2)), members);

    assertThat(only(seen).mobility()).isEqualTo(Mobility.PINNED);
    assertThat(only(seen).on()).containsExactly(FIRST, SECOND);
    assertThat(seen.hosts()).filteredOn(Host::ready).noneMatch(it -> it.protection().isPresent());
    assertThat(only(snapshot(List.of(deployment("office", "mongodb", 0)), List.of())).mobility())
        .isEqualTo(Mobility.RESCHEDULED);
  }

  @Test
  void whatSleepsTellsWhatItHadAndIsTiedToNoPlace() {
    Deployment asleep =
        new DeploymentBuilder(deployment("office", "mail", 0))
            .editMetadata()
            .addToAnnotations("feierabend.dev/restore-replicas", "4")
            .endMetadata()
            .build();

    Workload mail = only(snapshot(List.of(asleep), List.of()));

    assertThat(mail.asleep()).isTrue();
    assertThat(mail.ready()).isZero();
    assertThat(mail.restore()).contains(new Restore(4, 0));
    assertThat(mail.mobility()).isEqualTo(Mobility.RESCHEDULED);
  }
}
