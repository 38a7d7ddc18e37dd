package dev.feierabend.helm.night;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/// What others brought into the cluster.
final class Foreign {
  private Foreign() {}

  /// A webhook that must agree to every change in a town, and that nobody serves.
  static HasMetadata deadWebhook(String town) {
    return read(
        """
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata: {name: dead-in-%1$s}
        webhooks:
          - name: dead.%1$s.example
            admissionReviewVersions: [v1]
            sideEffects: None
            failurePolicy: Fail
            timeoutSeconds: 2
            clientConfig: {url: "https://127.0.0.1:9/validate"}
            namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
            rules:
              - {apiGroups: [apps], apiVersions: [v1], operations: [UPDATE], resources: [deployments, statefulsets]}
        """
            .formatted(town));
  }

  /// The definition of a kind that the service knows, and of which there is nothing here.
  static HasMetadata definition() {
    return read(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: rollouts.argoproj.io
        spec:
          group: argoproj.io
          scope: Namespaced
          names: {kind: Rollout, plural: rollouts, singular: rollout, listKind: RolloutList}
          versions:
            - name: v1alpha1
              served: true
              storage: true
              schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """);
  }

  private static HasMetadata read(String yaml) {
    return new KubernetesSerialization().unmarshal(yaml);
  }
}
