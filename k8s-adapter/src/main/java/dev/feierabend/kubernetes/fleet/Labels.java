package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Labels, and selectors over them as Kubernetes defines them: an empty selector takes everything,
/// an absent one nothing.
public final class Labels {
  private Labels() {}

  static Map<String, String> of(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getLabels()).orElse(Map.of());
  }

  public static boolean match(@Nullable LabelSelector selector, Map<String, String> labels) {
    if (selector == null) {
      return false;
    }
    Map<String, String> equal = Optional.ofNullable(selector.getMatchLabels()).orElse(Map.of());
    List<LabelSelectorRequirement> requirements =
        Optional.ofNullable(selector.getMatchExpressions()).orElse(List.of());
    return labels.entrySet().containsAll(equal.entrySet())
        && requirements.stream().allMatch(requirement -> meets(requirement, labels));
  }

  private static boolean meets(LabelSelectorRequirement requirement, Map<String, String> labels) {
    Optional<String> value = Optional.ofNullable(labels.get(requirement.getKey()));
    List<String> values = Optional.ofNullable(requirement.getValues()).orElse(List.of());
    return switch (requirement.getOperator()) {
      case "In" -> value.filter(values::contains).isPresent();
      case "NotIn" -> value.filter(values::contains).isEmpty();
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      case String unknown ->
          throw new IllegalArgumentException("Expected a selector's operator but found " + unknown);
    };
  }
}
