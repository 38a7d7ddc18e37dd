package dev.feierabend.app.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Conditions of a JSON schema as expressions in CEL: which keys there are, how long a list is, how
/// a text is spelt.
///
/// @param root the schema that references lead into
record Cel(JsonNode root) {
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  static String matches(String self, String pattern) {
    return "%s.matches(%s)".formatted(self, quoted(pattern));
  }

  JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : root.at(reference.substring(1));
  }

  /// All that `schema` asks of `self` but its types; empty where it asks for nothing.
  String of(JsonNode schema, String self) {
    JsonNode asked = resolved(schema);
    List<String> parts = new ArrayList<>();
    asked.path("required").forEach(key -> parts.add("has(%s.%s)".formatted(self, key.asText())));
    asked.path("properties").properties().forEach(each -> parts.addAll(property(each, self)));
    if (asked.has("minItems")) {
      parts.add("size(%s) >= %s".formatted(self, asked.get("minItems")));
    }
    if (asked.has("minProperties")) {
      parts.add("size(%s) >= %s".formatted(self, asked.get("minProperties")));
    }
    if (asked.has("pattern")) {
      parts.add(matches(self, asked.get("pattern").asText()));
    }
    if (asked.has("not")) {
      parts.add("!(%s)".formatted(of(asked.get("not"), self)));
    }
    if (asked.has("anyOf")) {
      parts.add("(%s)".formatted(anyOf(asked.get("anyOf"), self)));
    }
    return String.join(" && ", parts);
  }

  /// True where one of the alternatives is, or several are.
  String anyOf(JsonNode alternatives, String self) {
    return String.join(" || ", each(alternatives, self));
  }

  /// True where exactly one of the alternatives is.
  String oneOf(JsonNode alternatives, String self) {
    return "[%s].exists_one(it, it)".formatted(String.join(", ", each(alternatives, self)));
  }

  private List<String> property(Map.Entry<String, JsonNode> property, String self) {
    String at = self + "." + property.getKey();
    String asked = of(property.getValue(), at);
    return asked.isEmpty() ? List.of() : List.of("(!has(%s) || %s)".formatted(at, asked));
  }

  private List<String> each(JsonNode alternatives, String self) {
    return StreamSupport.stream(alternatives.spliterator(), false)
        .map(alternative -> of(alternative, self))
        .toList();
  }
}
