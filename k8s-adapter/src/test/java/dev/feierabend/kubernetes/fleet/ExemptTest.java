package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.fleet.Sight.see;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is seen, and nobody puts to sleep.
class ExemptTest {
  private static final String SEEN = "spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete";

  @Test
  void whoseClaimsWouldBeDeletedIsSeenAndExempt() {
    Snapshot seen = see(List.of(), files("Delete"));

    assertThat(seen.workloads()).hasSize(1);
    assertThat(seen.exempt().values()).containsExactly(exemption("statefulset/office/files", SEEN));
    assertThat(see(List.of(), files("Retain")).exempt()).isEmpty();
  }

  @Test
  void soIsWhatScalesIt() {
    Scalable scaler =
        of(
            "scaledobject",
            """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {namespace: office, name: scaler}
            spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: files}}
            """);

    assertThat(see(List.of(), scaler, files("Delete")).exempt().values())
        .containsExactly(
            exemption("scaledobject/office/scaler", "statefulset/office/files: " + SEEN));
  }

  @Test
  void soIsWhatMadeItAsItsPodsTell() {
    Scalable database =
        of(
            "postgresql",
            """
            apiVersion: acid.zalan.do/v1
            kind: postgresql
            metadata: {namespace: office, name: db}
            spec: {numberOfInstances: 1}
            """);
    Pod pod =
        new PodBuilder(running("files-0", "n1", "StatefulSet"))
            .editMetadata()
            .addToLabels("cluster-name", "db")
            .addToLabels("application", "spilo")
            .editFirstOwnerReference()
            .withApiVersion("apps/v1")
            .withName("files")
            .endOwnerReference()
            .endMetadata()
            .build();

    assertThat(see(List.of(pod), database, files("Delete")).exempt())
        .containsEntry(
            new WorkloadId("postgresql/office/db"),
            exemption("postgresql/office/db", "statefulset/office/files: " + SEEN));
    assertThat(see(List.of(pod), database, files("Retain")).exempt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mongo.office.svc, true",
    "mongo-1.mongo.office.svc.cluster.local, true",
    "mongo.school.svc, false",
    "db.example.org, false"
  })
  void whatTheJournalIsKeptInIsExempt(String host, boolean exempt) {
    Scalable mongo =
        of(
            "statefulset",
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {namespace: office, name: mongo}
            spec: {replicas: 2, selector: {matchLabels: {app: mongo}}}
            """);
    List<Pod> pods =
        Stream.of("mongo-0", "mongo-1")
            .map(name -> Towns.of("mongo", running(name, "n1", "StatefulSet")))
            .toList();
    var us = new Ourselves(Optional.empty(), Optional.empty(), Set.of(host));

    assertThat(see(us, pods, mongo).exempt().values())
        .allMatch(it -> it.ground() == Ground.STORE)
        .hasSize(exempt ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "scaledobject, paused, true, true",
    "scaledobject, paused, yes, true", // what KEDA doesn't read counts as true
    "scaledobject, paused-scale-out, true, true",
    "scaledobject, paused-scale-in, true, true",
    "scaledobject, paused, false, false",
    "scaledobject, paused-scale-in, 0, false",
    "scaledobject, paused-replicas, 2, false", // that is how many it wants
    "scaledjob, paused, True, true",
    "scaledjob, paused, true, false", // it is as it would be asleep
    "scaledjob, paused, false, false"
  })
  void whatSomebodyPausedIsLeftAlone(String recipe, String name, String value, boolean exempt) {
    Scalable scaler =
        of(
            recipe,
            """
            apiVersion: keda.sh/v1alpha1
            kind: Scaler
            metadata: {namespace: office, name: x, annotations: {autoscaling.keda.sh/%s: "%s"}}
            spec: {scaleTargetRef: {name: mail}}
            """
                .formatted(name, value));
    String id = recipe + "/office/x";
    var paused =
        new Exemption(
            new WorkloadId(id), Ground.PAUSED, "autoscaling.keda.sh/%s: %s".formatted(name, value));

    assertThat(List.copyOf(see(List.of(), scaler).exempt().values()))
        .isEqualTo(exempt ? List.of(paused) : List.of());
  }

  private static Exemption exemption(String workload, String seen) {
    return new Exemption(new WorkloadId(workload), Ground.DATA_LOST, seen);
  }

  private static Scalable files(String whenScaled) {
    return of(
        "statefulset",
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {namespace: office, name: files}
        spec: {replicas: 2, persistentVolumeClaimRetentionPolicy: {whenScaled: %s}}
        """
            .formatted(whenScaled));
  }

  private static Scalable of(String recipe, String yaml) {
    return Scalable.of(Objects.managed(recipe, yaml));
  }
}
