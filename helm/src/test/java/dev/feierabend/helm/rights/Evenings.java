package dev.feierabend.helm.rights;

import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.preflight.Preflight;
import java.util.Optional;

/// The look before an evening, at a cluster with a webhook that nobody answers for.
final class Evenings implements Exercise {
  private static final String WEBHOOK =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: guard}
      webhooks:
        - name: guard.example.org
          failurePolicy: Fail
          sideEffects: None
          admissionReviewVersions: [v1]
          clientConfig: {service: {namespace: default, name: guard}}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: office}}
          rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
      """;

  @Override
  public void on(Stage stage) {
    stage.town.apply(WEBHOOK);
    try {
      Preflight.look(
          stage.us,
          stage.recipes,
          true,
          Optional.of(Towns.fleet()),
          stage.fleet.observe().workloads());
    } finally {
      stage.town.remove(WEBHOOK);
    }
  }
}
