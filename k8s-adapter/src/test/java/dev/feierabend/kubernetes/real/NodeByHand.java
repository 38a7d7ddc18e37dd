package dev.feierabend.kubernetes.real;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A node as a person changes it.
record NodeByHand(KubernetesClient admin, String name) {
  Node node() {
    return admin.nodes().withName(name).get();
  }

  List<String> taints() {
    return node().getSpec().getTaints().stream().map(Taint::getKey).toList();
  }

  void label(String key, String value) {
    edit(
        node -> new NodeBuilder(node).editMetadata().addToLabels(key, value).endMetadata().build());
  }

  void taint(String key) {
    edit(node ->
        new NodeBuilder(node)
            .editSpec()
            .addNewTaint("NoSchedule", key, null, null)
            .endSpec()
            .build());
  }

  void untaint(String... keys) {
    List<String> gone = List.of(keys);
    edit(node ->
        new NodeBuilder(node)
            .editSpec()
            .removeMatchingFromTaints(taint -> gone.contains(taint.getKey()))
            .endSpec()
            .build());
  }

  /// How many of a device the node offers and has.
  void allocatable(String device, String count) {
    admin
        .nodes()
        .withName(name)
        .editStatus(node ->
            new NodeBuilder(node)
                .editStatus()
                .addToAllocatable(Map.of(device, new Quantity(count)))
                .addToCapacity(Map.of(device, new Quantity(count)))
                .endStatus()
                .build());
  }

  /// Until no controller was faster.
  private void edit(UnaryOperator<Node> change) {
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .until(() -> admin.nodes().withName(name).edit(change) != null);
  }
}
