package dev.feierabend.app.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A structural schema, as Kubernetes wants it, of a JSON schema: no references, one type a value
/// (the first that the JSON schema names), and rules for what it can't say.
///
/// @param longest how many entries a list has at most, where the JSON schema doesn't say
record Structural(Cel cel, Rules rules, int longest) {
  /// What a rule may cost is reckoned from the largest values; an agreement needs no more.
  private static final int LONGEST_LIST = 200;

  private static final int LONGEST_INNER_LIST = 20;

  private static final int LONGEST_TEXT = 253;
  private static final int MOST_LABELS = 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Structural within(JsonNode root) {
    Rules rules = Rules.within(root);
    return new Structural(rules.cel(), rules, LONGEST_LIST);
  }

  Map<String, Object> of(JsonNode node) {
    JsonNode schema = cel.resolved(node);
    var made = new LinkedHashMap<String, Object>();
    JsonNode said = node.has("description") ? node : schema;
    if (said.has("description")) {
      made.put("description", said.get("description").asText());
    }
    String type = type(schema);
    made.put("type", type);
    switch (type) {
      case "object" -> mapping(schema, made);
      case "array" -> list(schema, made);
      case "string" -> text(schema, made);
      default -> copy(schema, made, "minimum", "maximum");
    }
    if (schema.has("enum")) {
      made.put("enum", values(schema.get("enum"), type));
    }
    return made;
  }

  private void mapping(JsonNode schema, Map<String, Object> made) {
    copy(schema, made, "required");
    if (schema.path("additionalProperties").isObject()) {
      made.put("maxProperties", MOST_LABELS);
      made.put("additionalProperties", of(schema.get("additionalProperties")));
    } else {
      var properties = new LinkedHashMap<String, Object>();
      schema
          .path("properties")
          .properties()
          .forEach(each -> properties.put(each.getKey(), of(each.getValue())));
      made.put("properties", properties);
    }
    hold(rules.ofMapping(schema), made);
  }

  private void list(JsonNode schema, Map<String, Object> made) {
    copy(schema, made, "minItems");
    made.put("maxItems", schema.path("maxItems").asInt(longest));
    var inner = new Structural(cel, rules, LONGEST_INNER_LIST);
    made.put("items", inner.of(schema.path("items")));
  }

  private void text(JsonNode schema, Map<String, Object> made) {
    copy(schema, made, "format", "minLength");
    if (!schema.has("enum") && !schema.has("format")) {
      made.put("maxLength", schema.path("maxLength").asInt(LONGEST_TEXT));
    }
    hold(rules.ofText(schema), made);
  }

  private static void hold(List<Rule> rules, Map<String, Object> made) {
    if (!rules.isEmpty()) {
      made.put("x-kubernetes-validations", rules.stream().map(Rule::written).toList());
    }
  }

  private static void copy(JsonNode schema, Map<String, Object> made, String... keys) {
    for (String key : keys) {
      if (schema.has(key)) {
        made.put(key, MAPPER.convertValue(schema.get(key), Object.class));
      }
    }
  }

  /// Where only values are named, the type of the first.
  private static String type(JsonNode schema) {
    JsonNode named = schema.path("type");
    if (named.isMissingNode()) {
      return schema.path("enum").path(0).isBoolean() ? "boolean" : "string";
    }
    return named.isArray() ? named.get(0).asText() : named.asText();
  }

  private static List<Object> values(JsonNode all, String type) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(value -> type.equals("boolean") ? value.isBoolean() : value.isTextual())
        .map(value -> MAPPER.convertValue(value, Object.class))
        .collect(Collectors.toList());
  }
}
