package dev.feierabend.helm.night;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Objects;

/// What a cluster shows of its objects, a line each, for whoever reads why a night failed.
final class Shown {
  private Shown() {}

  static String of(Pod pod) {
    var metadata = pod.getMetadata();
    return "%s/%s on %s, %s, deleted %s, held by %s, %s"
        .formatted(
            metadata.getNamespace(),
            metadata.getName(),
            pod.getSpec().getNodeName(),
            pod.getStatus().getPhase(),
            metadata.getDeletionTimestamp(),
            metadata.getFinalizers(),
            pod.getStatus().getConditions().stream()
                .map(it ->
                    "%s=%s %s %s"
                        .formatted(
                            it.getType(),
                            it.getStatus(),
                            it.getLastTransitionTime(),
                            Objects.requireNonNullElse(it.getMessage(), "")))
                .toList());
  }

  static String of(Node node) {
    return "%s cordoned=%s, taints %s, %s"
        .formatted(
            node.getMetadata().getName(),
            node.getSpec().getUnschedulable(),
            node.getSpec().getTaints().stream().map(it -> it.getKey()).toList(),
            node.getStatus().getConditions().stream()
                .map(it ->
                    "%s=%s %s".formatted(it.getType(), it.getStatus(), it.getLastTransitionTime()))
                .toList());
  }
}
