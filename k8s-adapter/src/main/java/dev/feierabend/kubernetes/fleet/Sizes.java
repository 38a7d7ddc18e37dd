package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.PodsRule;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;

/// What one replica of an object asks for, as the object says it.
final class Sizes {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private Sizes() {}

  /// Nothing where the object doesn't say it in a form that can be read: others' kinds may hold
  /// anything.
  static Resources of(Managed object) {
    try {
      return object.recipe().pods().map(rule -> of(object, rule)).orElse(Resources.NONE);
    } catch (IllegalArgumentException _) {
      return Resources.NONE;
    }
  }

  private static Resources of(Managed object, PodsRule rule) {
    Optional<Resources> byTemplate =
        rule.template()
            .flatMap(object::at)
            .map(it -> JSON.convertValue(it, PodTemplateSpec.class).getSpec())
            .map(Needs::of);
    return byTemplate
        .or(() ->
            rule.resources()
                .flatMap(object::at)
                .map(it -> Needs.of(JSON.convertValue(it, ResourceRequirements.class)))
                .map(one -> one.times(object.instances())))
        .orElse(Resources.NONE);
  }
}
