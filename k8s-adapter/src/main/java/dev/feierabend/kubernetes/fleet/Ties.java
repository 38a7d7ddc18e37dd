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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What keeps pods on their nodes besides what stands on the pods themselves: disruption budgets,
/// and claims on a node's own disk.
record Ties(Budgets budgets, Set<Claim> claims) {

  /// A claim by namespace and name.
  record Claim(String namespace, String name) {}

  static final Ties NONE = new Ties(Budgets.NONE, Set.of());

  Ties {
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
    return new Ties(Budgets.of(budgets), tied);
  }

  /// True where one of a workload's `pods` can't go to another node.
  ///
  /// @param wanted how many pods it shall have
  boolean tie(List<Pod> pods, int wanted) {
    return pods.stream()
            .anyMatch(pod ->
                Eviction.tied(pod.getMetadata(), pod.getSpec()).isPresent() || usesNodesDisk(pod))
        || budgets.keep(pods, wanted);
  }

  /// Why a pod can't go to another node, or would not come back there.
  Optional<Tie> of(Pod pod) {
    return Eviction.bond(pod).map(Eviction.Bond::tie).or(() -> heldBack(pod));
  }

  /// True where a budget guards `pod` that lets one go at a time, and nothing ties it.
  boolean spares(Pod pod) {
    return !budgets.guarding(pod).isEmpty() && of(pod).isEmpty();
  }

  private Optional<Tie> heldBack(Pod pod) {
    if (usesNodesDisk(pod)) {
      return Optional.of(Tie.OWN_DISK);
    }
    return budgets.keep(pod) ? Optional.of(Tie.BUDGET) : Optional.empty();
  }

  private boolean usesNodesDisk(Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    return Optional.ofNullable(pod.getSpec().getVolumes()).orElse(List.of()).stream()
        .map(Volume::getPersistentVolumeClaim)
        .filter(Objects::nonNull)
        .anyMatch(claim -> claims.contains(new Claim(namespace, claim.getClaimName())));
  }

  private static boolean onNode(PersistentVolumeSpec spec) {
    return spec.getLocal() != null || spec.getHostPath() != null;
  }

  private static Claim claim(ObjectMeta metadata) {
    return new Claim(metadata.getNamespace(), metadata.getName());
  }
}
