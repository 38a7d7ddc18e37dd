package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.client.TreeResource;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesVersionPriority;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// In which versions a cluster serves a kind, as its CustomResourceDefinition tells. All of them
/// are views of the same objects, and any of them does that has the recipe's fields.
///
/// @param served none while the API server doesn't serve it
record Versions(List<String> served) {
  Versions {
    served = List.copyOf(served);
  }

  static Versions of(GenericKubernetesResource definition) {
    JsonNode told = TreeResource.tree(definition);
    return new Versions(
        each(told.at("/status/conditions")).anyMatch(Versions::isEstablished)
            ? each(told.at("/spec/versions"))
                .filter(version -> version.path("served").asBoolean())
                .map(version -> version.path("name").asText())
                .toList()
            : List.of());
  }

  /// In its own version where that is served, for its fields are those; else in the one that
  /// Kubernetes prefers: released before beta before alpha, and the newest of these.
  Optional<ResourceKind> of(ResourceKind kind) {
    return served.contains(kind.version())
        ? Optional.of(kind)
        : Optional.ofNullable(KubernetesVersionPriority.highestPriority(served)).map(kind::in);
  }

  private static boolean isEstablished(JsonNode condition) {
    return condition.path("type").asText().equals("Established")
        && condition.path("status").asText().equals("True");
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
