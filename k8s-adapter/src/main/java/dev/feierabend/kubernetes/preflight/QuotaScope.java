package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.fleet.Labels;
import dev.feierabend.kubernetes.preflight.Demand.Traits;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.ScopeSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A condition under which a quota counts a pod.
record QuotaScope(String name, String operator, List<String> values) {
  private static final String PRIORITY = "PriorityClass";

  QuotaScope {
    values = List.copyOf(values);
  }

  /// All that must be true of a pod; none: it counts every pod.
  static List<QuotaScope> of(ResourceQuota quota) {
    Optional<ResourceQuotaSpec> spec = Optional.ofNullable(quota.getSpec());
    Stream<QuotaScope> plain =
        spec.map(ResourceQuotaSpec::getScopes).orElse(List.of()).stream()
            .map(name -> new QuotaScope(name, "Exists", List.of()));
    Stream<QuotaScope> selected =
        spec
            .map(ResourceQuotaSpec::getScopeSelector)
            .map(ScopeSelector::getMatchExpressions)
            .orElse(List.of())
            .stream()
            .map(it ->
                new QuotaScope(
                    it.getScopeName(),
                    it.getOperator(),
                    Optional.ofNullable(it.getValues()).orElse(List.of())));
    return Stream.concat(plain, selected).toList();
  }

  /// False also for what nobody here can tell: of it nothing is concluded.
  boolean takes(Traits pod) {
    return switch (name) {
      case "Terminating" -> pod.ends();
      case "NotTerminating" -> !pod.ends();
      case "BestEffort" -> pod.bestEffort();
      case "NotBestEffort" -> !pod.bestEffort();
      case PRIORITY -> ofPriority(pod.priority());
      case String _ -> false;
    };
  }

  private boolean ofPriority(Optional<String> priority) {
    var selector =
        new LabelSelectorBuilder()
            .addNewMatchExpression()
            .withKey(PRIORITY)
            .withOperator(operator)
            .withValues(values)
            .endMatchExpression()
            .build();
    return Labels.match(selector, priority.map(name -> Map.of(PRIORITY, name)).orElse(Map.of()));
  }
}
