package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.policies.terms.ActorId;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A document of ours as the cluster has it.
///
/// @param version of the object as a whole, its status included
/// @param generation of the specification alone
/// @param spec in the order of its keys, so that equal ones are spelt equally
public record Manifested(
    Name name, String version, long generation, Map<String, Object> spec, ObjectNode status) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Where it is, and what it is called.
  public record Name(String namespace, String name) {
    private static final String CLUSTER = "kubernetes:";

    static Name of(HasMetadata object) {
      return new Name(object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    /// Who asks what the document asks for. It is nobody who could approve.
    public Clerk.Asker asker() {
      return new Clerk.Asker(new ActorId(CLUSTER + this), false);
    }

    /// Empty for actors that are no documents.
    static Optional<Name> of(ActorId actor) {
      String[] parts = actor.value().replaceFirst("^" + CLUSTER, "").split("/", -1);
      return actor.value().startsWith(CLUSTER) && parts.length == 2
          ? Optional.of(new Name(parts[0], parts[1]))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return namespace + "/" + name;
    }
  }

  static Manifested of(GenericKubernetesResource object) {
    var metadata = object.getMetadata();
    JsonNode status = MAPPER.valueToTree(object.getAdditionalProperties().get("status"));
    return new Manifested(
        Name.of(object),
        metadata.getResourceVersion(),
        Optional.ofNullable(metadata.getGeneration()).orElse(0L),
        sorted(object.getAdditionalProperties().get("spec")),
        status instanceof ObjectNode told ? told : MAPPER.createObjectNode());
  }

  /// True where this very specification was answered before.
  boolean answered() {
    return status.path("observedGeneration").asLong() == generation;
  }

  /// With the keys of every mapping in their order.
  static Map<String, Object> sorted(@Nullable Object spec) {
    var sorted = new TreeMap<String, Object>();
    if (spec instanceof Map<?, ?> keys) {
      keys.forEach((key, value) -> sorted.put(String.valueOf(key), value(value)));
    }
    return Collections.unmodifiableMap(sorted);
  }

  private static Object value(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Map<?, ?> keys -> sorted(keys);
      case List<?> list -> list.stream().map(Manifested::value).toList();
      case Object single -> single;
    };
  }
}
