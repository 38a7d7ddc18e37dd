package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.planning.Reason.Tie;
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
  String SAFE_VOLUMES = "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes";
  String MIRROR = "kubernetes.io/config.mirror";
  Set<String> FINISHED = Set.of("Succeeded", "Failed");

  static Eviction of(Pod pod) {
    ObjectMeta metadata = pod.getMetadata();
    if (!holds(pod) || metadata.getDeletionTimestamp() != null) {
      return NOT_NEEDED;
    }
    return bond(pod)
        .<Eviction>map(
            bond -> new Forbidden("pod %s %s".formatted(NodePods.name(pod), bond.said())))
        .orElse(POSSIBLE);
  }

  /// What keeps a pod on its node, and how that is said of it.
  record Bond(Tie tie, String said) {}

  /// What keeps a pod that runs on its node: nobody would start it elsewhere, or it is tied to it.
  static Optional<Bond> bond(Pod pod) {
    boolean comesBack =
        controller(pod).isPresent() || "true".equals(annotations(pod.getMetadata()).get(SAFE));
    return comesBack
        ? tied(pod.getMetadata(), pod.getSpec())
        : Optional.of(new Bond(Tie.NO_CONTROLLER, "has no controller and would not come back"));
  }

  /// What ties a pod of this description to its node, if anything does. Its owner may say that it
  /// isn't, with the annotations that Cluster Autoscaler reads; what is in an `emptyDir` is scratch
  /// and goes.
  static Optional<Bond> tied(ObjectMeta metadata, PodSpec spec) {
    Map<String, String> annotations = annotations(metadata);
    return switch (annotations.getOrDefault(SAFE, "")) {
      case "false" ->
          Optional.of(new Bond(Tie.NOT_SAFE_TO_EVICT, "is annotated as not safe to evict"));
      case "true" -> Optional.empty();
      case String _ -> disk(spec, List.of(annotations.getOrDefault(SAFE_VOLUMES, "").split(",")));
    };
  }

  private static Optional<Bond> disk(PodSpec spec, List<String> scratch) {
    List<Volume> volumes = Optional.ofNullable(spec.getVolumes()).orElse(List.of());
    return volumes.stream()
        .filter(volume -> volume.getHostPath() != null && !scratch.contains(volume.getName()))
        .findFirst()
        .map(
            volume -> new Bond(Tie.OWN_DISK, "uses its node's disk as volume " + volume.getName()));
  }

  /// True where something would be lost with the node: not for a DaemonSet's pod, the kubelet's
  /// own, or a finished one.
  static boolean holds(Pod pod) {
    boolean daemon =
        controller(pod).map(OwnerReference::getKind).filter("DaemonSet"::equals).isPresent();
    return runs(pod) && !daemon && !isStatic(pod);
  }

  /// True for one that the kubelet runs by itself.
  static boolean isStatic(Pod pod) {
    return annotations(pod.getMetadata()).containsKey(MIRROR);
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
