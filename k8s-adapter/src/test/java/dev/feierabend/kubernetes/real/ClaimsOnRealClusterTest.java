package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.kubernetes.fleet.Ourselves;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.preflight.Preflight;
import dev.feierabend.kubernetes.preflight.Trouble;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.WorkloadId;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// StatefulSets whose claims Kubernetes deletes with the replicas that go.
class ClaimsOnRealClusterTest {
  private static final WorkloadId FILES = new WorkloadId("statefulset/office/files");
  private static final WorkloadId ARCHIVE = new WorkloadId("statefulset/office/archive");
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final String SEEN = "spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete";

  private static final String SET =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {namespace: office, name: %1$s}
      spec:
        replicas: 2
        podManagementPolicy: Parallel
        serviceName: %1$s
        persistentVolumeClaimRetentionPolicy: {whenScaled: %2$s}
        selector: {matchLabels: {app: %1$s}}
        template:
          metadata: {labels: {app: %1$s}}
          spec: {containers: [{name: only, image: example.org/%1$s}]}
        volumeClaimTemplates:
          - metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  private static RealTown town;

  @BeforeAll
  static void start() {
    town = new RealTown();
    town.node("n1", Towns.FIRST);
    town.create(deployment("office", "mail", 1));
    Stream.of(SET.formatted("files", "Delete"), SET.formatted("archive", "Retain"))
        .forEach(it -> town.admin.load(new ByteArrayInputStream(it.getBytes(UTF_8))).create());
    town.awaitReady(MAIL, 1);
    await().atMost(RealTown.PATIENCE).until(() -> claims().size() == 4);
    await().atMost(RealTown.PATIENCE).until(() -> town.workload(FILES).isPresent());
    await().atMost(RealTown.PATIENCE).until(() -> town.workload(ARCHIVE).isPresent());
  }

  @AfterAll
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void theyStayUpAndKeepTheirClaimsWhileTheOthersSleep() {
    var night = new RealNight(town);
    night.until(
        () -> isAsleep(MAIL) && isAsleep(ARCHIVE) && !night.events(PlanSkipped.class).isEmpty());

    assertThat(night.events(PlanSkipped.class))
        .extracting(PlanSkipped::reason)
        .containsExactly(new Reason.Exempt(List.of(new Exemption(FILES, Ground.DATA_LOST, SEEN))));
    assertThat(replicas(FILES)).isEqualTo(2);
    assertThat(town.workloads.sleep(new Step.Sleep(FILES, 1), new ActionId("sleep/files@1")))
        .isEqualTo(
            new Answer.Refused(
                "statefulset office/files is left as it is: a sleep would delete what its volumes hold ("
                    + SEEN
                    + ")"));
    assertThat(town.ourWrites())
        .filteredOn(it -> it.startsWith("patch"))
        .containsExactlyInAnyOrder(
            "patch 200 deployments office/mail", "patch 200 statefulsets office/archive");
    assertThat(claims())
        .containsExactly("data-archive-0", "data-archive-1", "data-files-0", "data-files-1");
  }

  @Test
  void soDoesWhatTheJournalIsKeptIn() {
    var seenByUs =
        town.fleetOf(
            new Ourselves(Optional.empty(), Optional.empty(), Set.of("archive.office.svc")));

    assertThat(seenByUs.observe().exempt().values())
        .containsExactly(
            new Exemption(ARCHIVE, Ground.STORE, "office/archive-0"),
            new Exemption(FILES, Ground.DATA_LOST, SEEN));
  }

  @Test
  void theyAreNamedBeforeTheEvening() {
    assertThat(
            Preflight.look(
                town.us, Recipes.shipped(), true, Optional.of(Towns.fleet()), List.<Workload>of()))
        .filteredOn(it -> it.kind() == Kind.CLAIMS_DELETED)
        .extracting(Trouble::about)
        .containsExactly(List.of("StatefulSet", "office/files", SEEN));
  }

  private static boolean isAsleep(WorkloadId id) {
    return town.workload(id).filter(it -> it.asleep()).isPresent();
  }

  private static int replicas(WorkloadId id) {
    return town.workload(id).orElseThrow().replicas();
  }

  private static List<String> claims() {
    return town.admin.persistentVolumeClaims().inNamespace("office").list().getItems().stream()
        .map(it -> it.getMetadata().getName())
        .sorted()
        .toList();
  }
}
