package dev.feierabend.kubernetes.preflight;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An image of a pod: no more is kept of one in memory.
///
/// @param local true where it is never pulled, or comes from no registry
/// @param waiting why the container waits for it
record PodImage(
    String namespace, String pod, String image, boolean local, Optional<String> waiting) {
  private static final Set<String> UNPULLED =
      Set.of("ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName");

  static Stream<PodImage> of(Pod pod) {
    var metadata = pod.getMetadata();
    return Stream.of(pod.getSpec().getInitContainers(), pod.getSpec().getContainers())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(container ->
            new PodImage(
                metadata.getNamespace(),
                metadata.getName(),
                String.valueOf(container.getImage()),
                isLocal(container),
                waiting(pod, container.getName())));
  }

  String place() {
    return namespace + "/" + pod;
  }

  private static boolean isLocal(Container container) {
    return "Never".equals(container.getImagePullPolicy())
        || String.valueOf(container.getImage()).startsWith("localhost/");
  }

  private static Optional<String> waiting(Pod pod, String container) {
    return Optional.ofNullable(pod.getStatus()).stream()
        .flatMap(PodImage::statuses)
        .filter(status -> status.getName().equals(container))
        .map(ContainerStatus::getState)
        .filter(Objects::nonNull)
        .map(ContainerState::getWaiting)
        .filter(Objects::nonNull)
        .map(ContainerStateWaiting::getReason)
        .filter(Objects::nonNull)
        .filter(UNPULLED::contains)
        .findFirst();
  }

  private static Stream<ContainerStatus> statuses(PodStatus status) {
    return Stream.of(status.getInitContainerStatuses(), status.getContainerStatuses())
        .filter(Objects::nonNull)
        .flatMap(List::stream);
  }
}
