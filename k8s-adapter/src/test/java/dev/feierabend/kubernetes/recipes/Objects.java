package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/// Objects as their recipes see them.
public final class Objects {
  private static final Recipes RECIPES = Recipes.shipped();
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private Objects() {}

  public static Managed managed(String recipe, HasMetadata object) {
    return Managed.of(
        RECIPES.named(recipe).orElseThrow(),
        JSON.convertValue(object, GenericKubernetesResource.class));
  }

  /// @param yaml an object as one writes it
  public static Managed managed(String recipe, String yaml) {
    return managed(recipe, JSON.unmarshal(yaml, GenericKubernetesResource.class));
  }

  static Managed managed(Recipe recipe, String yaml) {
    return Managed.of(recipe, JSON.unmarshal(yaml, GenericKubernetesResource.class));
  }

  /// What an object is after a merge patch (RFC 7396) was applied to it.
  public static Managed patched(Managed object, ObjectNode patch) {
    ObjectNode json = object.json().deepCopy();
    merge(json, patch);
    return Managed.of(object.recipe(), JSON.convertValue(json, GenericKubernetesResource.class));
  }

  private static void merge(ObjectNode into, ObjectNode patch) {
    patch
        .properties()
        .forEach(field -> {
          if (field.getValue().isNull()) {
            into.remove(field.getKey());
          } else if (field.getValue() instanceof ObjectNode deeper) {
            ObjectNode below =
                into.path(field.getKey()) instanceof ObjectNode there
                    ? there
                    : into.putObject(field.getKey());
            merge(below, deeper);
          } else {
            into.set(field.getKey(), field.getValue());
          }
        });
  }
}
