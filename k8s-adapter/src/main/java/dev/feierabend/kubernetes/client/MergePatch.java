package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/// A JSON merge patch that only applies to the very version of the object it was made for.
///
/// @param json the patch's text
public record MergePatch(String json) {

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

  /// Starts a patch of the object whose metadata are `now`.
  public static Builder of(ObjectMeta now) {
    return new Builder(now);
  }

  public static final class Builder {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode annotations;
    private final ObjectNode spec;

    private Builder(ObjectMeta now) {
      annotations =
          root.putObject("metadata")
              .put("resourceVersion", now.getResourceVersion())
              .putObject("annotations");
      spec = JsonNodeFactory.instance.objectNode();
    }

    public Builder annotate(String name, String value) {
      annotations.put(name, value);
      return this;
    }

    public Builder unannotate(String name) {
      annotations.putNull(name);
      return this;
    }

    public Builder spec(String field, boolean value) {
      spec.put(field, value);
      return this;
    }

    public Change write() {
      if (!spec.isEmpty()) {
        root.set("spec", spec);
      }
      return new Change.Write(new MergePatch(root.toString()));
    }
  }
}
