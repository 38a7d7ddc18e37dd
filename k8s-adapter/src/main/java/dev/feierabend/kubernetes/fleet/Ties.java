package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.Reason.Tie;
import dev.feierabend.kubernetes.nodes.Eviction;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeNodeAffinity;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What keeps pods on their nodes besides what stands on the pods themselves: disruption budgets,
/// claims on a node's own disk, and on volumes that only some nodes reach.
///
/// @param claims on a node's own disk
/// @param reach from where claims on other volumes are reached, if not from everywhere
record Ties(Budgets budgets, Set<Claim> claims, Map<Claim, NodeSelector> reach) {

  /// A claim by namespace and name.
  record Claim(String namespace, String name) {}

  static final Ties NONE = new Ties(Budgets.NONE, Set.of(), Map.of());

  Ties {
    claims = Set.copyOf(claims);
    reach = Map.copyOf(reach);
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
    return new Ties(Budgets.of(budgets), tied, reach(claims, volumes));
  }

  private static Map<Claim, NodeSelector> reach(
      List<PersistentVolumeClaim> claims, List<PersistentVolume> volumes) {
    Map<String, NodeSelector> of = new HashMap<>();
    volumes.stream()
        .filter(volume -> !onNode(volume.getSpec()))
        .forEach(volume ->
            Optional.ofNullable(volume.getSpec().getNodeAffinity())
                .map(VolumeNodeAffinity::getRequired)
                .ifPresent(it -> of.put(volume.getMetadata().getName(), it)));
    Map<Claim, NodeSelector> reach = new HashMap<>();
    claims.forEach(claim ->
        Optional.ofNullable(of.get(String.valueOf(claim.getSpec().getVolumeName())))
            .ifPresent(it -> reach.put(claim(claim.getMetadata()), it)));
    return reach;
  }

  /// From which nodes each of a pod's volumes is reached that isn't from everywhere.
  List<NodeSelector> reach(Pod pod) {
    return reach.isEmpty()
        ? List.of()
        : claimed(pod).flatMap(it -> Optional.ofNullable(reach.get(it)).stream()).toList();
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
    return claimed(pod).anyMatch(claims::contains);
  }

  private static Stream<Claim> claimed(Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    return Optional.ofNullable(pod.getSpec().getVolumes()).orElse(List.of()).stream()
        .map(Volume::getPersistentVolumeClaim)
        .filter(Objects::nonNull)
        .map(claim -> new Claim(namespace, claim.getClaimName()));
  }

  private static boolean onNode(PersistentVolumeSpec spec) {
    return spec.getLocal() != null || spec.getHostPath() != null;
  }

  private static Claim claim(ObjectMeta metadata) {
    return new Claim(metadata.getNamespace(), metadata.getName());
  }
}
