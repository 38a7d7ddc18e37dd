package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.Reason.Tie;
import dev.feierabend.kubernetes.nodes.Eviction;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What keeps pods on their nodes besides what stands on the pods themselves: disruption budgets,
/// and claims on a node's own disk.
record Ties(List<PodDisruptionBudget> budgets, Set<Claim> claims) {

  /// A claim by namespace and name.
  record Claim(String namespace, String name) {}

  static final Ties NONE = new Ties(List.of(), Set.of());

  Ties {
    budgets = List.copyOf(budgets);
    claims = Set.copyOf(claims);
  }

  static Ties of(
      List<PodDisruptionBudget> budgets,
      List<PersistentVolumeClaim> claims,
      List<PersistentVolume> volumes) {
    Set<String> onNodes =
        volumes.stream()
            .filter(volume -> onNode(volume.getSpec()))
            .map(volume -> volume.getMetadata().getName())
            .collect(Collectors.toSet());
    Set<Claim> tied =
        claims.stream()
            .filter(claim -> onNodes.contains(String.valueOf(claim.getSpec().getVolumeName())))
            .map(claim -> claim(claim.getMetadata()))
            .collect(Collectors.toSet());
    return new Ties(budgets, tied);
  }

  /// True where one of a workload's `pods` can't go to another node.
  ///
  /// @param wanted how many pods it shall have
  boolean tie(List<Pod> pods, int wanted) {
    return pods.stream()
            .anyMatch(pod ->
                Eviction.tied(pod.getMetadata(), pod.getSpec()).isPresent() || usesNodesDisk(pod))
        || budgets.stream().anyMatch(budget -> neverAllows(budget, pods, wanted));
  }

  /// Why a pod can't go to another node, or would not come back there.
  Optional<Tie> of(Pod pod) {
    return Eviction.bond(pod).map(Eviction.Bond::tie).or(() -> heldBack(pod));
  }

  /// True where a budget guards `pod` that lets one go at a time, and nothing ties it.
  boolean spares(Pod pod) {
    return budgets.stream().anyMatch(budget -> guards(budget, pod)) && of(pod).isEmpty();
  }

  private Optional<Tie> heldBack(Pod pod) {
    if (usesNodesDisk(pod)) {
      return Optional.of(Tie.OWN_DISK);
    }
    return budgets.stream().anyMatch(budget -> neverAllows(budget, 0) && guards(budget, pod))
        ? Optional.of(Tie.BUDGET)
        : Optional.empty();
  }

  private boolean usesNodesDisk(Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    return Optional.ofNullable(pod.getSpec().getVolumes()).orElse(List.of()).stream()
        .map(Volume::getPersistentVolumeClaim)
        .filter(Objects::nonNull)
        .anyMatch(claim -> claims.contains(new Claim(namespace, claim.getClaimName())));
  }

  /// A budget that names a number of pods expects those that are there; it is as if the one that
  /// was evicted a moment ago were there, where it guards all of the workload.
  private static boolean neverAllows(PodDisruptionBudget budget, List<Pod> pods, int wanted) {
    return neverAllows(budget, 0)
        && pods.stream().anyMatch(pod -> guards(budget, pod))
        && (neverAllows(budget, wanted) || !pods.stream().allMatch(pod -> guards(budget, pod)));
  }

  private static boolean guards(PodDisruptionBudget budget, Pod pod) {
    return budget.getMetadata().getNamespace().equals(pod.getMetadata().getNamespace())
        && Labels.match(
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

  private static boolean onNode(PersistentVolumeSpec spec) {
    return spec.getLocal() != null || spec.getHostPath() != null;
  }

  private static Claim claim(ObjectMeta metadata) {
    return new Claim(metadata.getNamespace(), metadata.getName());
  }
}
