package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/// Pods that require something of where they are, as their owners write it.
final class Demanding {
  private Demanding() {}

  static LabelSelector app(String name) {
    return new LabelSelectorBuilder().addToMatchLabels("app", name).build();
  }

  static Pod on(Pod pod, String key, String value) {
    return new PodBuilder(pod).editSpec().addToNodeSelector(key, value).endSpec().build();
  }

  static Pod tolerating(Pod pod, String key, String operator) {
    return new PodBuilder(pod)
        .editSpec()
        .withTolerations()
        .addNewToleration(null, key, operator, null, null)
        .endSpec()
        .build();
  }

  static Pod apart(Pod pod, String from, String key) {
    return new PodBuilder(pod)
        .editSpec()
        .withNewAffinity()
        .withNewPodAntiAffinity()
        .addNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withTopologyKey(key)
        .withLabelSelector(app(from))
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endPodAntiAffinity()
        .endAffinity()
        .endSpec()
        .build();
  }

  static Pod together(Pod pod, String key) {
    return new PodBuilder(pod)
        .editSpec()
        .withNewAffinity()
        .withNewPodAffinity()
        .addNewRequiredDuringSchedulingIgnoredDuringExecution()
        .withTopologyKey(key)
        .withLabelSelector(app("web"))
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endPodAffinity()
        .endAffinity()
        .endSpec()
        .build();
  }

  static Pod near(Pod pod, String key, String operator, String value) {
    return new PodBuilder(pod)
        .editSpec()
        .withNewAffinity()
        .withNewNodeAffinity()
        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
        .addNewNodeSelectorTerm()
        .addNewMatchExpression()
        .withKey(key)
        .withOperator(operator)
        .withValues(value == null ? List.of() : List.of(value))
        .endMatchExpression()
        .endNodeSelectorTerm()
        .endRequiredDuringSchedulingIgnoredDuringExecution()
        .endNodeAffinity()
        .endAffinity()
        .endSpec()
        .build();
  }

  static Pod byTier(Pod pod) {
    return new PodBuilder(pod)
        .editSpec()
        .editMatchingTopologySpreadConstraint(it -> true)
        .withLabelSelector(new LabelSelectorBuilder().addToMatchLabels("tier", "front").build())
        .endTopologySpreadConstraint()
        .endSpec()
        .build();
  }

  static Pod spread(Pod pod, String key, int skew) {
    return new PodBuilder(pod)
        .editSpec()
        .addNewTopologySpreadConstraint()
        .withMaxSkew(skew)
        .withTopologyKey(key)
        .withWhenUnsatisfiable("DoNotSchedule")
        .withLabelSelector(app("mail"))
        .endTopologySpreadConstraint()
        .endSpec()
        .build();
  }
}
