package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.APIResourceBuilder;
import io.fabric8.kubernetes.api.model.APIResourceListBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kind that its cluster serves in another version than its recipe names.
class ServedVersionTest {
  private static final String BRIDGE =
      "/apis/kafka.strimzi.io/v1/namespaces/office/kafkabridges/bridge";

  @TempDir Path folder;

  @Test
  void whatIsServedInAnotherVersionIsReadAndWrittenThere() {
    assertThat(asked(Optional.empty())).containsExactly("GET " + BRIDGE, "PATCH " + BRIDGE);
  }

  @Test
  void whatWasSeenInTheVersionThatIsServedIsWrittenUnread() {
    assertThat(asked(Optional.of("v1"))).containsExactly("PATCH " + BRIDGE);
  }

  @Test
  void whatWasSeenInAVersionThatIsServedNoMoreIsReadAnew() {
    assertThat(asked(Optional.of("v1beta2"))).containsExactly("GET " + BRIDGE, "PATCH " + BRIDGE);
  }

  /// What the server was asked about the bridge as it went to sleep.
  ///
  /// @param seen in which version the bridge was seen
  private Stream<String> asked(Optional<String> seen) {
    try (var server = new FakeApiServer(ServedVersionTest::answer);
        var client = server.client(folder)) {
      var workloads =
          new KubernetesWorkloads(
              client, Recipes.shipped(), new InV1(seen.map(ServedVersionTest::bridge)));
      var step = new Step.Sleep(new WorkloadId("kafka-bridge/office/bridge"), 0);

      assertThat(workloads.sleep(step, new ActionId("sleep@1"))).isEqualTo(Answer.DONE);

      return server.asked().stream()
          .map(it -> it.method() + " " + it.path().split("\\?")[0])
          .filter(it -> it.contains("kafkabridges"));
    }
  }

  private static Says answer(Asked asked) {
    return asked.path().contains("kafkabridges")
        ? Says.ok(bridge("v1"))
        : Says.ok(
            new APIResourceListBuilder()
                .withGroupVersion("kafka.strimzi.io/v1")
                .withResources(
                    List.of(
                        new APIResourceBuilder()
                            .withKind("KafkaBridge")
                            .withName("kafkabridges")
                            .withNamespaced(true)
                            .build()))
                .build());
  }

  private static GenericKubernetesResource bridge(String version) {
    return Serialization.unmarshal(
        """
        apiVersion: kafka.strimzi.io/%s
        kind: KafkaBridge
        metadata: {namespace: office, name: bridge, uid: b, resourceVersion: "7"}
        spec: {replicas: 2}
        """
            .formatted(version),
        GenericKubernetesResource.class);
  }

  /// A cluster that serves everything as v1.
  private record InV1(Optional<GenericKubernetesResource> bridge) implements LastSeen {
    @Override
    public Optional<GenericKubernetesResource> of(WorkloadName name) {
      return bridge.map(it -> Essence.of(Objects.managed("kafka-bridge", it)).object());
    }

    @Override
    public ResourceKind served(Recipe recipe) {
      return recipe.resource().in("v1");
    }
  }
}
