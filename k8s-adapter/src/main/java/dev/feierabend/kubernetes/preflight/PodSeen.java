package dev.feierabend.kubernetes.preflight;

import dev.feierabend.kubernetes.fleet.Budgets;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;

/// A pod as it is looked at before an evening: no more is kept of one in memory.
record PodSeen(List<PodImage> images, Optional<BudgetOverlap> overlap) {
  PodSeen {
    images = List.copyOf(images);
  }

  static PodSeen of(Pod pod, Budgets budgets) {
    return new PodSeen(PodImage.of(pod).toList(), BudgetOverlap.of(pod, budgets));
  }
}
