package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is left of objects that are watched; a cluster's pods are `PodTrim`'s.
final class Trims {
  /// Whose annotations are read on a pod or node: whether it may go, and what we noted.
  private static final List<String> READ =
      List.of(
          "feierabend.",
          "cluster-autoscaler.kubernetes.io/",
          "karpenter.sh/",
          "kubernetes.io/config.");

  private Trims() {}

  static Node node(Node node) {
    node.setMetadata(metadata(node.getMetadata()));
    Optional.ofNullable(node.getStatus())
        .ifPresent(status -> {
          status.setImages(List.of());
          status.setVolumesAttached(List.of());
          status.setVolumesInUse(List.of());
        });
    return node;
  }

  /// Of a claim, which volume it has.
  static PersistentVolumeClaim claim(PersistentVolumeClaim claim) {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(metadata(claim.getMetadata()))
        .withNewSpec()
        .withVolumeName(claim.getSpec().getVolumeName())
        .endSpec()
        .build();
  }

  /// Of a volume, whether it is a node's own disk and whose.
  static PersistentVolume volume(PersistentVolume volume) {
    var spec = volume.getSpec();
    return new PersistentVolumeBuilder()
        .withMetadata(metadata(volume.getMetadata()))
        .withNewSpec()
        .withLocal(spec.getLocal())
        .withHostPath(spec.getHostPath())
        .withNodeAffinity(spec.getNodeAffinity())
        .endSpec()
        .build();
  }

  /// The same without its notes.
  static <T extends HasMetadata> T plain(T object) {
    object.setMetadata(metadata(object.getMetadata()));
    return object;
  }

  private static ObjectMeta metadata(ObjectMeta metadata) {
    return new ObjectMetaBuilder()
        .withNamespace(metadata.getNamespace())
        .withName(metadata.getName())
        .withUid(metadata.getUid())
        .withResourceVersion(metadata.getResourceVersion())
        .withGeneration(metadata.getGeneration())
        .withCreationTimestamp(metadata.getCreationTimestamp())
        .withDeletionTimestamp(metadata.getDeletionTimestamp())
        .withFinalizers(metadata.getFinalizers())
        .withOwnerReferences(metadata.getOwnerReferences())
        .withLabels(metadata.getLabels())
        .withAnnotations(read(metadata.getAnnotations()))
        .build();
  }

  static Map<String, String> read(@Nullable Map<String, String> annotations) {
    return Optional.ofNullable(annotations).orElse(Map.of()).entrySet().stream()
        .filter(annotation -> READ.stream().anyMatch(annotation.getKey()::startsWith))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
