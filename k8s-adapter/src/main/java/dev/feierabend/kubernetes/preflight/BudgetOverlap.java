package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.fleet.Budgets;
import dev.feierabend.kubernetes.nodes.Eviction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Disruption budgets that guard the same pod, which the API server evicts for nobody then.
///
/// @param budgets `namespace/name`
/// @param pod one of those that all of them guard
record BudgetOverlap(SortedSet<String> budgets, String pod) {
  BudgetOverlap {
    budgets = Collections.unmodifiableSortedSet(new TreeSet<>(budgets));
  }

  static Optional<BudgetOverlap> of(Pod pod, Budgets all) {
    SortedSet<String> guarding =
        all.guarding(pod).stream()
            .map(BudgetOverlap::name)
            .collect(Collectors.toCollection(TreeSet::new));
    return Optional.of(new BudgetOverlap(guarding, name(pod)))
        .filter(it -> it.budgets().size() > 1 && Eviction.holds(pod));
  }

  static String name(HasMetadata object) {
    var metadata = object.getMetadata();
    return "%s/%s".formatted(metadata.getNamespace(), metadata.getName());
  }
}
