package dev.feierabend.app.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The part of a schema that speaks of a place in a document.
record SchemaAt(JsonNode schema, JsonPointer place) {

  JsonNode node() {
    JsonNode node = schema;
    for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
      node = resolved(schema, node);
      node =
          node.has("items")
              ? node.path("items")
              : node.path("properties").path(rest.getMatchingProperty());
    }
    return resolved(schema, node);
  }

  static JsonNode resolved(JsonNode schema, JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : schema.at(reference.substring(1));
  }

  static Map<String, JsonNode> properties(JsonNode node) {
    var properties = new TreeMap<String, JsonNode>();
    node.path("properties")
        .fields()
        .forEachRemaining(e -> properties.put(e.getKey(), e.getValue()));
    return properties;
  }

  /// Every mapping with keys of ours.
  static Set<JsonNode> mappings(JsonNode schema) {
    var found = new HashSet<JsonNode>();
    schema.findParents("additionalProperties").stream()
        .filter(node -> node.path("additionalProperties").isBoolean())
        .forEach(found::add);
    return found;
  }
}
