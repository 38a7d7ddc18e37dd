package dev.feierabend.app.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// Fills a definition's frame (names, columns, status) with what the JSON schema says of the
/// specification. There are no keys of ours in `metadata`: the namespace says whose it is.
final class Definition {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SCHEMA = "openAPIV3Schema";
  private static final int WIDEST = 1_000;

  private Definition() {}

  static String of(String kind, String json, String frame) {
    JsonNode definition = MAPPER.valueToTree(new Load(settings(kind)).loadFromString(frame));
    if (definition.at("/spec/versions/0/schema") instanceof ObjectNode version) {
      JsonNode status = version.path(SCHEMA).path("status");
      version.set(SCHEMA, MAPPER.valueToTree(filled(tree(json), status)));
    }
    return "# Made by `./feierabend policy schema --kind %s --definition`.\n%s"
        .formatted(kind, dumped(MAPPER.convertValue(definition, Map.class)));
  }

  private static Map<String, Object> filled(JsonNode schema, JsonNode status) {
    var structural = Structural.within(schema);
    JsonNode named = schema.at("/properties/metadata/properties/name");
    Rule name = structural.rules().spelt(named, "self.metadata.name");
    var properties = new LinkedHashMap<String, Object>();
    properties.put("apiVersion", Map.of("type", "string"));
    properties.put("kind", Map.of("type", "string"));
    properties.put("metadata", Map.of("type", "object"));
    properties.put("spec", structural.of(schema.at("/properties/spec")));
    properties.put("status", status);
    var filled = new LinkedHashMap<String, Object>();
    filled.put("description", schema.path("description").asText());
    filled.put("type", "object");
    filled.put("required", List.of("spec"));
    filled.put("properties", properties);
    filled.put("x-kubernetes-validations", List.of(name.written()));
    return filled;
  }

  private static LoadSettings settings(String kind) {
    return LoadSettings.builder().setLabel(kind).build();
  }

  private static String dumped(Object value) {
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(WIDEST).build();
    return new Dump(settings).dumpToString(value);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every schema of ours is JSON", e);
    }
  }
}
