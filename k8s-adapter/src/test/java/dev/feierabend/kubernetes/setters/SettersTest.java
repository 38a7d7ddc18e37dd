package dev.feierabend.kubernetes.setters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.kubernetes.recipes.Objects;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettersTest {
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final String REPLICAS = "{f:spec: {f:replicas: {}}}";
  private static final String IMAGE = "{f:spec: {f:template: {}}}";

  @Test
  void argoCdIsNamedWithItsApplicationAndWhatLetsItLeaveTheFieldAlone() {
    Setter argo =
        setter(
                "annotations: {argocd.argoproj.io/tracking-id: 'shop:apps/Deployment:office/mail'}",
                entry("argocd-controller", "Apply", 1, REPLICAS))
            .orElseThrow();

    assertThat(argo.name()).isEqualTo("Argo CD");
    assertThat(argo.keeps()).isTrue();
    assertThat(argo.source()).contains("Application shop");
    assertThat(remedy(argo))
        .isEqualTo(
            read(
                """
                spec:
                  ignoreDifferences:
                    - group: apps
                      kind: Deployment
                      namespace: office
                      name: mail
                      jsonPointers: [/spec/replicas]
                  syncPolicy:
                    syncOptions: [RespectIgnoreDifferences=true]
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels: {app.kubernetes.io/instance: shop} | Application shop",
        "uid: x | Application"
      })
  void argoCdsApplicationIsKnownByItsOlderLabelToo(String metadata, String source) {
    assertThat(setter(metadata, entry("argocd-controller", "Update", 1, REPLICAS)))
        .hasValueSatisfying(argo -> assertThat(argo.source()).contains(source));
  }

  @Test
  void fluxIsNamedWithItsKustomizationOutOfWhichTheFieldIsToBeLeft() {
    Setter flux =
        setter(
                "labels: {kustomize.toolkit.fluxcd.io/name: shop, kustomize.toolkit.fluxcd.io/namespace: flux-system}",
                entry("kustomize-controller", "Apply", 1, REPLICAS))
            .orElseThrow();

    assertThat(flux.name()).isEqualTo("Flux");
    assertThat(flux.source()).contains("Kustomization flux-system/shop");
    JsonNode patch = remedy(flux).at("/spec/patches/0");
    assertThat(patch.at("/target/name").asText()).isEqualTo("mail");
    assertThat(patch.at("/patch").asText()).isEqualTo("[{op: remove, path: /spec/replicas}]");
  }

  @Test
  void fluxIsNamedWithItsHelmReleaseWhoseDriftDetectionIsToIgnoreTheField() {
    Setter flux =
        setter(
                "labels: {helm.toolkit.fluxcd.io/name: shop, helm.toolkit.fluxcd.io/namespace: office}",
                entry("helm-controller", "Apply", 1, REPLICAS))
            .orElseThrow();

    assertThat(flux.source()).contains("HelmRelease office/shop");
    assertThat(remedy(flux).at("/spec/driftDetection/ignore/0/paths/0").asText())
        .isEqualTo("/spec/replicas");
  }

  /// A person may set what they want under any name, and by any operation.
  @ParameterizedTest
  @ValueSource(strings = {"kubectl", "kubectl-edit", "helm", "terraform", "Mozilla"})
  void whoIsNoToolKnownHereIsNamedAndTakenForAPerson(String manager) {
    assertThat(setter("uid: x", entry(manager, "Apply", 1, REPLICAS)))
        .contains(new Setter(manager, false, Optional.empty(), Optional.empty()));
  }

  @Test
  void whoSetSomethingElseOrIsUsDidNotSetWhatPutsItToSleep() {
    assertThat(setter("uid: x", entry("argocd-controller", "Apply", 1, IMAGE))).isEmpty();
    assertThat(setter("uid: x", entry("feierabend", "Update", 1, REPLICAS))).isEmpty();
    assertThat(setter("uid: x", "")).isEmpty();
  }

  @Test
  void aPersonWhoSetTheSameSinceWeDidGoesBeforeAProgram() {
    String ours = entry("feierabend", "Update", 2, IMAGE);
    String argo = entry("argocd-controller", "Apply", 4, REPLICAS);

    assertThat(setter("uid: x", ours, entry("kubectl", "Update", 3, REPLICAS), argo))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("kubectl"));
    assertThat(setter("uid: x", ours, entry("kubectl", "Update", 1, REPLICAS), argo))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("Argo CD"));
  }

  @Test
  void whoSetsAWholeMappingSetsTheFieldInIt() {
    var daemon =
        Objects.managed(
            "daemonset",
            """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata:
              namespace: office
              name: agent
              managedFields:
                - {manager: argocd-controller, operation: Apply, fieldsType: FieldsV1, fieldsV1:
                   {f:spec: {f:template: {f:spec: {f:nodeSelector: {}}}}}}
            """);
    assertThat(Setters.of(daemon))
        .hasValueSatisfying(it ->
            assertThat(it.remedy().orElseThrow())
                .contains("[/spec/template/spec/nodeSelector/feierabend.dev~1asleep]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- {}", "- {manager: argocd-controller}", "- {fieldsV1: {f:status: {}}}"})
  void anAccountThatSaysNothingOfTheFieldNamesNobody(String entry) {
    assertThat(setter("uid: x", entry)).isEmpty();
  }

  private static String entry(String manager, String operation, int minute, String fields) {
    return "- {manager: %s, operation: %s, time: '2026-11-23T19:0%d:00Z', fieldsType: FieldsV1, fieldsV1: %s}"
        .formatted(manager, operation, minute, fields);
  }

  private static Optional<Setter> setter(String metadata, String... entries) {
    return Setters.of(
        Objects.managed(
            "deployment",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              namespace: office
              name: mail
              %s
              managedFields:
                %s
            spec: {replicas: 3}
            """
                .formatted(metadata, String.join("\n    ", entries))));
  }

  private static JsonNode read(String yaml) {
    return YAML.unmarshal(yaml, JsonNode.class);
  }

  private static JsonNode remedy(Setter setter) {
    return read(setter.remedy().orElseThrow());
  }
}
