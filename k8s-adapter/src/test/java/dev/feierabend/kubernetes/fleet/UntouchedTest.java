package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.fleet.Sight.only;
import static dev.feierabend.kubernetes.fleet.Sight.scalable;
import static dev.feierabend.kubernetes.fleet.Sight.see;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.recipes.Objects;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What nobody touches.
class UntouchedTest {
  @Test
  void whatAnotherObjectControlsIsNoWorkload() {
    Deployment owned =
        new DeploymentBuilder(deployment("office", "mail", 1))
            .editMetadata()
            .addNewOwnerReference()
            .withApiVersion("example.org/v1")
            .withKind("Shop")
            .withName("shop")
            .withController(true)
            .endOwnerReference()
            .endMetadata()
            .build();

    assertThat(see(List.of(), scalable("deployment", owned)).workloads()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"feierabend.dev/protect, ''", "app.kubernetes.io/name, feierabend"})
  void whatIsLabelledSoIsNoWorkloadUnlessItSleepsAlready(String label, String value) {
    Deployment labelled =
        new DeploymentBuilder(deployment("office", "mail", 0))
            .editMetadata()
            .addToLabels(label, value)
            .endMetadata()
            .build();
    Deployment asleep =
        new DeploymentBuilder(labelled)
            .editMetadata()
            .addToAnnotations("feierabend.dev/restore-replicas", "3")
            .endMetadata()
            .build();

    assertThat(see(List.of(), scalable("deployment", labelled)).workloads()).isEmpty();
    assertThat(see(List.of(), scalable("deployment", asleep)).workloads()).hasSize(1);
  }

  @Test
  void aJobOrADaemonSetSleepsOnlyWhereItsOwnerSaysSo() {
    String agent =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {namespace: office, name: agent%s}
        spec: {template: {spec: {containers: []}}}
        """;

    assertThat(see(List.of(), of("daemonset", agent.formatted(""))).workloads()).isEmpty();
    assertThat(
            only(see(
                    List.of(),
                    of(
                        "daemonset",
                        agent.formatted(", labels: {feierabend.dev/sleeps: \"true\"}"))))
                .replicas())
        .isEqualTo(1);
  }

  @Test
  void aFinishedJobIsNoWorkload() {
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {namespace: office, name: report, labels: {feierabend.dev/sleeps: "true"}}
        spec: {template: {spec: {containers: []}}}
        status: {conditions: [{type: Complete, status: "%s"}]}
        """;

    assertThat(see(List.of(), of("job", job.formatted("True"))).workloads()).isEmpty();
    assertThat(see(List.of(), of("job", job.formatted("False"))).workloads()).hasSize(1);
  }

  private static Scalable of(String recipe, String yaml) {
    return Scalable.of(Objects.managed(recipe, yaml));
  }
}
