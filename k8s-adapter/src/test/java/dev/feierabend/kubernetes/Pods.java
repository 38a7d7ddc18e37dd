package dev.feierabend.kubernetes;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;

/// Pods for tests.
public final class Pods {
  private Pods() {}

  /// A running pod of the namespace `office`, owned by an object of kind `owner`.
  public static Pod running(String name, String node, String owner) {
    return new PodBuilder(bare(name, node))
        .editMetadata()
        .addToOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("apps/v1")
                .withKind(owner)
                .withName("owner-of-" + name)
                .withUid("owner")
                .withController(true)
                .build())
        .endMetadata()
        .build();
  }

  public static Pod bare(String name, String node) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace("office")
        .withName(name)
        .withUid("uid-of-" + name)
        .endMetadata()
        .withNewSpec()
        .withNodeName(node)
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .endStatus()
        .build();
  }

  public static Pod annotated(Pod pod, String name, String value) {
    return new PodBuilder(pod)
        .editMetadata()
        .addToAnnotations(Map.of(name, value))
        .endMetadata()
        .build();
  }

  public static Pod inPhase(Pod pod, String phase) {
    return new PodBuilder(pod).editStatus().withPhase(phase).endStatus().build();
  }

  public static Pod ready(Pod pod) {
    return new PodBuilder(pod)
        .editStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .endCondition()
        .endStatus()
        .build();
  }

  public static Pod labelled(Pod pod, String name, String value) {
    return new PodBuilder(pod).editMetadata().addToLabels(name, value).endMetadata().build();
  }

  public static Pod terminating(Pod pod) {
    return new PodBuilder(pod)
        .editMetadata()
        .withDeletionTimestamp("2026-03-02T19:00:00Z")
        .endMetadata()
        .build();
  }

  public static Pod onDisk(Pod pod, String volume) {
    return new PodBuilder(pod)
        .editSpec()
        .addNewVolume()
        .withName(volume)
        .withNewHostPath()
        .withPath("/data")
        .endHostPath()
        .endVolume()
        .endSpec()
        .build();
  }
}
