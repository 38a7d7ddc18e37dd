package dev.feierabend.helm.night;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/// A node that is played.
public final class PlayedNode {
  private PlayedNode() {}

  /// Four cores; boots in two seconds.
  public static Node of(String name) {
    var room =
        Map.of(
            "cpu", new Quantity("4"), "memory", new Quantity("16Gi"), "pods", new Quantity("110"));
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToAnnotations("feierabend.test/boot", "2s")
        .endMetadata()
        .withNewStatus()
        .withAllocatable(room)
        .withCapacity(room)
        .endStatus()
        .build();
  }
}
