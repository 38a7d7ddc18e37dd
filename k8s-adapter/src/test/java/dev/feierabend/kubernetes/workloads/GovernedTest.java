package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.kubernetes.recipes.Recipes;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What KEDA scales.
@EnableKubernetesMockClient(crud = true, https = false)
class GovernedTest {
  private static final Managed SCALER =
      Objects.managed(
          "scaledobject",
          """
          apiVersion: keda.sh/v1alpha1
          kind: ScaledObject
          metadata: {namespace: office, name: scaler}
          spec: {scaleTargetRef: {apiVersion: apps/v1, kind: StatefulSet, name: files}}
          """);

  KubernetesClient client;

  @Test
  void whatWouldLoseItsDataIsNotTakenAlong() {
    files("Delete");

    assertThat(spared())
        .isEqualTo(
            new Change.Leave(
                "scaledobject office/scaler is left as it is, for what it scales: a sleep would"
                    + " delete what its volumes hold"
                    + " (spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete)"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allElseIs(boolean there) {
    if (there) {
      files("Retain");
    }

    assertThat(spared()).isInstanceOf(Change.Write.class);
  }

  @Test
  void whereNothingIsWrittenNobodyIsAsked() {
    files("Delete");

    assertThat(new Governed(client, Recipes.shipped()).sparing(SCALER, Change.NOTHING))
        .isEqualTo(Change.NOTHING);
  }

  private Change spared() {
    Change sleep = new Transition(SCALER).sleep(0, new ActionId("sleep/x@1"));
    return new Governed(client, Recipes.shipped()).sparing(SCALER, sleep);
  }

  private void files(String whenScaled) {
    client
        .resource(
            new StatefulSetBuilder()
                .withNewMetadata()
                .withNamespace("office")
                .withName("files")
                .endMetadata()
                .withNewSpec()
                .withNewPersistentVolumeClaimRetentionPolicy("Retain", whenScaled)
                .endSpec()
                .build())
        .create();
  }
}
