package dev.feierabend.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What becomes of a pod when its node is emptied.
public sealed interface Eviction {
  Eviction NOT_NEEDED = new NotNeeded();
  Eviction POSSIBLE = new Possible();

  /// It doesn't hold the node: a DaemonSet's, the kubelet's own, finished, or on its way out.
  record NotNeeded() implements Eviction {}

  record Possible() implements Eviction {}

  /// It would be lost, or must not be touched.
  record Forbidden(String because) implements Eviction {}

  String SAFE = "cluster-autoscaler.kubernetes.io/safe-to-evict";
  String MIRROR = "kubernetes.io/config.mirror";
  Set<String> FINISHED = Set.of("Succeeded", "Failed");

  static Eviction of(Pod pod) {
    ObjectMeta metadata = pod.getMetadata();
    if (!holds(pod) || metadata.getDeletionTimestamp() != null) {
      return NOT_NEEDED;
    }
    String name = "pod %s/%s".formatted(metadata.getNamespace(), metadata.getName());
    if (controller(pod).isEmpty()) {
      return new Forbidden(name + " has no controller and would not come back");
    }
    return tied(metadata, pod.getSpec())
        .<Eviction>map(tie -> new Forbidden("%s %s".formatted(name, tie)))
        .orElse(POSSIBLE);
  }

  /// What ties a pod of this description to its node, if anything does.
  static Optional<String> tied(ObjectMeta metadata, PodSpec spec) {
    if ("false".equals(annotations(metadata).get(SAFE))) {
      return Optional.of("is annotated as not safe to evict");
    }
    List<Volume> volumes = Optional.ofNullable(spec.getVolumes()).orElse(List.of());
    return volumes.stream()
        .filter(volume -> volume.getHostPath() != null)
        .findFirst()
        .map(volume -> "uses its node's disk as volume " + volume.getName());
  }

  /// True where something would be lost with the node: not for a DaemonSet's pod, the kubelet's
  /// own, or a finished one.
  static boolean holds(Pod pod) {
    boolean daemon =
        controller(pod).map(OwnerReference::getKind).filter("DaemonSet"::equals).isPresent();
    return runs(pod) && !daemon && !annotations(pod.getMetadata()).containsKey(MIRROR);
  }

  /// False for a finished one.
  static boolean runs(Pod pod) {
    return Optional.ofNullable(pod.getStatus())
        .map(PodStatus::getPhase)
        .filter(FINISHED::contains)
        .isEmpty();
  }

  static Optional<OwnerReference> controller(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getOwnerReferences()).orElse(List.of()).stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .findFirst();
  }

  private static Map<String, String> annotations(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getAnnotations()).orElse(Map.of());
  }
}
