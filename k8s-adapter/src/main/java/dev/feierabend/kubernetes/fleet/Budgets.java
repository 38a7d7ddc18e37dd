package dev.feierabend.kubernetes.fleet;

import static java.util.stream.Collectors.groupingBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Disruption budgets by their namespaces: one guards pods of its own alone.
public record Budgets(Map<String, List<PodDisruptionBudget>> byNamespace) {
  static final Budgets NONE = new Budgets(Map.of());

  public Budgets {
    byNamespace = Map.copyOf(byNamespace);
  }

  public static Budgets of(List<PodDisruptionBudget> budgets) {
    return new Budgets(
        budgets.stream().collect(groupingBy(budget -> budget.getMetadata().getNamespace())));
  }

  /// Those that guard a pod. The API server evicts none that more than one guards, whatever they
  /// allow.
  public List<PodDisruptionBudget> guarding(Pod pod) {
    return beside(pod).stream().filter(budget -> guards(budget, pod)).toList();
  }

  /// True where one of a workload's `pods` is never let go.
  ///
  /// @param wanted how many pods it shall have
  boolean keep(List<Pod> pods, int wanted) {
    return pods.stream().anyMatch(this::overlap)
        || pods.stream()
            .limit(1)
            .flatMap(pod -> beside(pod).stream())
            .anyMatch(budget -> neverAllows(budget, pods, wanted));
  }

  /// True where `pod` is never let go.
  boolean keep(Pod pod) {
    return overlap(pod) || guarding(pod).stream().anyMatch(budget -> neverAllows(budget, 0));
  }

  private boolean overlap(Pod pod) {
    return beside(pod).size() > 1 && guarding(pod).size() > 1;
  }

  private List<PodDisruptionBudget> beside(Pod pod) {
    return byNamespace.getOrDefault(pod.getMetadata().getNamespace(), List.of());
  }

  /// A budget that names a number of pods expects those that are there; it is as if the one that
  /// was evicted a moment ago were there, where it guards all of the workload.
  private static boolean neverAllows(PodDisruptionBudget budget, List<Pod> pods, int wanted) {
    return neverAllows(budget, 0)
        && pods.stream().anyMatch(pod -> guards(budget, pod))
        && (neverAllows(budget, wanted) || !pods.stream().allMatch(pod -> guards(budget, pod)));
  }

  private static boolean guards(PodDisruptionBudget budget, Pod pod) {
    return Labels.match(
        Optional.ofNullable(budget.getSpec())
            .map(PodDisruptionBudgetSpec::getSelector)
            .orElse(null),
        Labels.of(pod));
  }

  /// All pods it guards must be healthy all the time.
  ///
  /// @param least how many pods it guards at least
  private static boolean neverAllows(PodDisruptionBudget budget, int least) {
    var status = budget.getStatus();
    return status != null
        && status.getExpectedPods() != null
        && status.getDesiredHealthy() != null
        && status.getExpectedPods() > 0
        && status.getDesiredHealthy() >= Math.max(least, status.getExpectedPods());
  }
}
