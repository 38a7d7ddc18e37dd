package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.client.TreeResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/// What is kept in memory of a HorizontalPodAutoscaler: what it scales, and how far down.
///
/// @param lowest it raises what has fewer replicas than this, if any; metrics aren't needed for
///   that
record Autoscaler(ObjectKey target, int lowest) {
  static final ResourceDefinitionContext KIND =
      new ResourceDefinitionContext.Builder()
          .withGroup("autoscaling")
          .withVersion("v2")
          .withKind("HorizontalPodAutoscaler")
          .withPlural("horizontalpodautoscalers")
          .withNamespaced(true)
          .build();

  /// What the API server takes where none is named.
  private static final int USUAL = 1;

  static Autoscaler of(GenericKubernetesResource object) {
    JsonNode spec = TreeResource.tree(object).path("spec");
    return new Autoscaler(
        ObjectKey.referred(spec.path("scaleTargetRef"), object.getMetadata().getNamespace()),
        spec.path("minReplicas").asInt(USUAL));
  }
}
