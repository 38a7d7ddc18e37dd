package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.PodsRule;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which pods of a namespace are an object's.
record PodFilter(LabelSelector selector, Optional<String> owner) {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  /// Empty where nothing selects any, or in no form that can be read: one object must not hide the
  /// others of its kind.
  static Optional<PodFilter> of(Managed object, PodsRule rule) {
    return rule.selector()
        .flatMap(object::at)
        .flatMap(PodFilter::selector)
        .or(() -> rule.label().map(label -> named(label, rule, object.metadata().getName())))
        .map(selector -> new PodFilter(selector, rule.owner()));
  }

  boolean takes(Pod pod) {
    return owner.filter(kind -> !kind.equals(controller(pod))).isEmpty()
        && Labels.match(selector, Labels.of(pod));
  }

  private static Optional<LabelSelector> selector(JsonNode selector) {
    try {
      return Optional.of(JSON.convertValue(selector, LabelSelector.class));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static LabelSelector named(String label, PodsRule rule, String name) {
    Map<String, String> labels = new TreeMap<>(rule.labels());
    labels.put(label, name);
    var selector = new LabelSelector();
    selector.setMatchLabels(labels);
    return selector;
  }

  private static String controller(Pod pod) {
    return Eviction.controller(pod).map(it -> it.getKind()).orElse("");
  }
}
