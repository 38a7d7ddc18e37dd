package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.recipes.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {
  private static final ResourceKind BRIDGES =
      new ResourceKind("kafka.strimzi.io", "v1beta2", "KafkaBridge", "kafkabridges");

  @Test
  void theRecipesOwnVersionIsTakenAsLongAsItIsServed() {
    assertThat(of("v1", "v1beta2", "v1alpha1")).contains(BRIDGES);
  }

  /// In the order that Kubernetes gives them.
  @ParameterizedTest
  @CsvSource({
    "v1alpha1 v1, v1",
    "v9 v10 v1, v10",
    "v2beta1 v1, v1",
    "v1alpha9 v1beta1, v1beta1",
    "v1beta9 v1beta10, v1beta10",
    "latest v1alpha1, v1alpha1",
    "v1beta3, v1beta3"
  })
  void elseTheOneThatKubernetesPrefersIs(String served, String taken) {
    assertThat(of(served.split(" "))).contains(BRIDGES.in(taken));
  }

  @Test
  void whatIsNotServedAnyMoreIsNotTaken() {
    var definition = definition("True", "v1beta2: false, v1: true, v2: false");

    assertThat(Versions.of(definition)).isEqualTo(new Versions(List.of("v1")));
  }

  @Test
  void ofADefinitionThatIsNotEstablishedNoneIsServed() {
    assertThat(Versions.of(definition("False", "v1: true")).of(BRIDGES)).isEmpty();
  }

  @Test
  void ofADefinitionThatSaysNothingNoneIsServed() {
    assertThat(Versions.of(new GenericKubernetesResource()).of(BRIDGES)).isEmpty();
  }

  private static Optional<ResourceKind> of(String... served) {
    return new Versions(List.of(served)).of(BRIDGES);
  }

  /// @param versions each with whether it is served
  private static GenericKubernetesResource definition(String established, String versions) {
    String each =
        String.join(
            ", ",
            Arrays.stream(versions.split(", "))
                .map(version -> version.split(": "))
                .map(version -> "{name: %s, served: %s}".formatted(version[0], version[1]))
                .toList());
    return Serialization.unmarshal(
        """
        kind: CustomResourceDefinition
        metadata: {name: kafkabridges.kafka.strimzi.io}
        spec: {versions: [%s]}
        status: {conditions: [{type: NamesAccepted, status: "True"}, {type: Established, status: "%s"}]}
        """
            .formatted(each, established),
        GenericKubernetesResource.class);
  }
}
