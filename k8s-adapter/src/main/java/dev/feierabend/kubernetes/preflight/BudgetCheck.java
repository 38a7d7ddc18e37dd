package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/// Disruption budgets that allow none even while all is well, and those of which several guard the
/// same pod: the hosts of what they guard stay on.
final class BudgetCheck {
  private BudgetCheck() {}

  static List<Trouble> of(List<PodDisruptionBudget> budgets) {
    return budgets.stream()
        .filter(budget -> budget.getStatus() != null && neverAllows(budget.getStatus()))
        .map(BudgetCheck::trouble)
        .toList();
  }

  /// Each set of budgets once, with the first pod that was found under it.
  static List<Trouble> overlaps(List<BudgetOverlap> overlaps) {
    var pods = new LinkedHashMap<SortedSet<String>, String>();
    overlaps.forEach(it -> pods.putIfAbsent(it.budgets(), it.pod()));
    return pods.entrySet().stream()
        .map(it -> Trouble.of(Kind.BUDGETS_OVERLAP, String.join(", ", it.getKey()), it.getValue()))
        .toList();
  }

  /// All that it guards is there and healthy, and none of it may go.
  private static boolean neverAllows(PodDisruptionBudgetStatus status) {
    int expected = Objects.requireNonNullElse(status.getExpectedPods(), 0);
    return expected > 0
        && Objects.requireNonNullElse(status.getDisruptionsAllowed(), 0) == 0
        && (Objects.requireNonNullElse(status.getDesiredHealthy(), 0) >= expected
            || Objects.requireNonNullElse(status.getCurrentHealthy(), 0) >= expected);
  }

  private static Trouble trouble(PodDisruptionBudget budget) {
    return Trouble.of(
        Kind.BUDGET,
        BudgetOverlap.name(budget),
        String.valueOf(budget.getStatus().getDesiredHealthy()),
        String.valueOf(budget.getStatus().getExpectedPods()));
  }
}
