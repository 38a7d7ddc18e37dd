package dev.feierabend.helm.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What workloads and nodes are specified to be, byte for byte; their UIDs are in their names, so
/// that one that was made anew is another.
public final class Specifications {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Specifications() {}

  public static SortedMap<String, String> of(KubernetesClient admin) {
    return of(admin, _ -> true);
  }

  /// Of those that are `wanted`.
  static SortedMap<String, String> of(
      KubernetesClient admin, Predicate<GenericKubernetesResource> wanted) {
    var specs = new TreeMap<String, String>();
    Stream.of(
            admin.genericKubernetesResources("apps/v1", "Deployment").inAnyNamespace().list(),
            admin.genericKubernetesResources("apps/v1", "StatefulSet").inAnyNamespace().list(),
            admin.genericKubernetesResources("v1", "Node").list())
        .flatMap(list -> list.getItems().stream())
        .filter(wanted)
        .forEach(object -> specs.put(name(object), spec(object)));
    return specs;
  }

  private static String name(GenericKubernetesResource object) {
    var metadata = object.getMetadata();
    return "%s %s/%s %s"
        .formatted(
            object.getKind(), metadata.getNamespace(), metadata.getName(), metadata.getUid());
  }

  private static String spec(GenericKubernetesResource object) {
    JsonNode tree = JSON.valueToTree(object);
    return tree.path("spec").toString();
  }
}
