package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A server with the node `n1` and its pods, whose evictions a test answers.
final class Drained {
  static final MachineId HOST = MachineId.of("00000000-0000-0000-0000-000000000001");
  static final ActionId DRAIN = new ActionId("drain/n1@p#1");

  private Drained() {}

  static Answer drain(FakeApiServer server, Path folder) {
    try (var client = server.client(folder)) {
      return new KubernetesHosts(client, _ -> Optional.of("n1"), InstantSource.system())
          .drain(HOST, List.of(), DRAIN);
    }
  }

  static FakeApiServer cluster(boolean cordoned, Function<Asked, Says> evictions, Pod... pods) {
    return cluster(cordoned, evictions, List.of(pods));
  }

  /// @param pods those that are there whenever it is asked
  static FakeApiServer cluster(boolean cordoned, Function<Asked, Says> evictions, List<Pod> pods) {
    return new FakeApiServer(asked -> {
      if (asked.method().equals("POST")) {
        return evictions.apply(asked);
      }
      return asked.path().contains("/nodes/")
          ? Says.ok(node(cordoned))
          : Says.ok(new PodListBuilder().withItems(pods).build());
    });
  }

  private static Node node(boolean cordoned) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("n1")
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(cordoned)
        .endSpec()
        .build();
  }
}
