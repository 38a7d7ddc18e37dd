package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/// A JSON merge patch that only applies to the very version of the object it was made for.
///
/// @param json the patch's text
public record MergePatch(String json) {

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

    public Builder spec(String field, int value) {
      spec.put(field, value);
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
