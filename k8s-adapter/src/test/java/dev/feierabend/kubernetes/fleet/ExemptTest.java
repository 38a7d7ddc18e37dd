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
import org.junit.jupiter.api.Test;

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
