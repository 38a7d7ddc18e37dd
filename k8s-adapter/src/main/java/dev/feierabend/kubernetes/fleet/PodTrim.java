package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is left of a pod: whose it is, where, what it asks for, what keeps it there, and where else
/// it may be. Clusters have more pods than anything else, and many say the same, so what is equal
/// is kept once.
final class PodTrim implements UnaryOperator<Pod> {
  private final Once<Map<String, String>> maps = new Once<>();
  private final Once<List<OwnerReference>> owners = new Once<>();
  private final SiteTrim sites = new SiteTrim();
  private final Once<PodSpec> specs = new Once<>();
  private final Once<PodStatus> statuses = new Once<>();

  @Override
  public Pod apply(Pod pod) {
    var trimmed = new Pod();
    trimmed.setMetadata(trimmed(pod.getMetadata()));
    trimmed.setSpec(specs.of(trimmed(pod.getSpec())));
    Optional.ofNullable(pod.getStatus())
        .ifPresent(status -> trimmed.setStatus(statuses.of(trimmed(status))));
    return trimmed;
  }

  private ObjectMeta trimmed(ObjectMeta metadata) {
    var trimmed = new ObjectMeta();
    trimmed.setNamespace(metadata.getNamespace());
    trimmed.setName(metadata.getName());
    trimmed.setUid(metadata.getUid());
    trimmed.setResourceVersion(metadata.getResourceVersion());
    trimmed.setDeletionTimestamp(metadata.getDeletionTimestamp());
    trimmed.setFinalizers(List.copyOf(all(metadata.getFinalizers())));
    trimmed.setManagedFields(List.of());
    trimmed.setOwnerReferences(owners.of(all(metadata.getOwnerReferences())));
    Optional.ofNullable(metadata.getLabels()).ifPresent(it -> trimmed.setLabels(maps.of(it)));
    trimmed.setAnnotations(maps.of(Trims.read(metadata.getAnnotations())));
    return trimmed;
  }

  private PodSpec trimmed(PodSpec spec) {
    var trimmed = new PodSpec();
    trimmed.setNodeName(spec.getNodeName());
    trimmed.setContainers(all(spec.getContainers()).stream().map(PodTrim::trimmed).toList());
    trimmed.setInitContainers(
        all(spec.getInitContainers()).stream().map(PodTrim::trimmed).toList());
    trimmed.setOverhead(spec.getOverhead());
    trimmed.setVolumes(
        all(spec.getVolumes()).stream().filter(PodTrim::ties).map(PodTrim::trimmed).toList());
    sites.copy(spec, trimmed);
    return trimmed;
  }

  private static Container trimmed(Container container) {
    var trimmed = new Container();
    trimmed.setResources(container.getResources());
    trimmed.setRestartPolicy(container.getRestartPolicy());
    return trimmed;
  }

  private static Volume trimmed(Volume volume) {
    var trimmed = new Volume();
    trimmed.setName(volume.getName());
    trimmed.setHostPath(volume.getHostPath());
    trimmed.setPersistentVolumeClaim(volume.getPersistentVolumeClaim());
    return trimmed;
  }

  private static PodStatus trimmed(PodStatus status) {
    var trimmed = new PodStatus();
    trimmed.setPhase(status.getPhase());
    trimmed.setReason(status.getReason());
    return trimmed;
  }

  private static boolean ties(Volume volume) {
    return volume.getHostPath() != null || volume.getPersistentVolumeClaim() != null;
  }

  static <T> List<T> all(@Nullable List<T> list) {
    return Optional.ofNullable(list).orElse(List.of()).stream().filter(Objects::nonNull).toList();
  }
}
