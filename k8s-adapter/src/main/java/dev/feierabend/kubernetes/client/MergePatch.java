package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/// A JSON merge patch that only applies to the very version of the object it was made for.
///
/// @param json the patch's text
public record MergePatch(String json) {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  /// What makes `to` of `now`, an object of the same kind.
  public static Change between(HasMetadata now, HasMetadata to) {
    return new Change.Write(
        between(JSON.convertValue(now, ObjectNode.class), JSON.convertValue(to, ObjectNode.class)));
  }

  /// What makes `to` of `now` (RFC 7396).
  public static MergePatch between(ObjectNode now, ObjectNode to) {
    ObjectNode patch = difference(now, to);
    patch
        .withObjectProperty("metadata")
        .set("resourceVersion", now.at("/metadata/resourceVersion"));
    return new MergePatch(patch.toString());
  }

  private static ObjectNode difference(ObjectNode now, ObjectNode to) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    now.fieldNames()
        .forEachRemaining(name -> {
          if (!to.has(name)) {
            patch.putNull(name);
          }
        });
    to.properties()
        .forEach(field -> {
          JsonNode before = now.path(field.getKey());
          if (before instanceof ObjectNode from && field.getValue() instanceof ObjectNode until) {
            ObjectNode within = difference(from, until);
            if (!within.isEmpty()) {
              patch.set(field.getKey(), within);
            }
          } else if (!before.equals(field.getValue())) {
            patch.set(field.getKey(), field.getValue());
          }
        });
    return patch;
  }
}
