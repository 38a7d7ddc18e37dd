package dev.feierabend.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/// What is bound to a node now, asked of the API server and not of a watch, whose answer may be
/// old.
record NodePods(KubernetesClient client) {
  List<Pod> on(String node) {
    return client.pods().inAnyNamespace().withField("spec.nodeName", node).list().getItems();
  }

  /// The DaemonSet that a pod belongs to, as `namespace/name`.
  static Optional<String> daemonSet(Pod pod) {
    return Eviction.controller(pod)
        .filter(owner -> owner.getKind().equals("DaemonSet"))
        .map(OwnerReference::getName)
        .map(name -> "%s/%s".formatted(pod.getMetadata().getNamespace(), name));
  }

  /// True for one that serves and isn't on its way out.
  static boolean serves(Pod pod) {
    return pod.getMetadata().getDeletionTimestamp() == null
        && Optional.ofNullable(pod.getStatus())
            .map(PodStatus::getConditions)
            .orElse(List.of())
            .stream()
            .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  static String name(Pod pod) {
    return "%s/%s".formatted(pod.getMetadata().getNamespace(), pod.getMetadata().getName());
  }
}
