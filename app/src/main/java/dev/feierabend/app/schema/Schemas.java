package dev.feierabend.app.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// What a kind of document looks like: as a JSON schema, by which editors complete it, and as a
/// definition by which a cluster takes it.
public final class Schemas {
  private static final String HEADER =
      "# Made by `./feierabend policy schema --kind %s --definition`.\n";
  private static final int WIDEST = 1_000;

  private Schemas() {}

  /// The JSON schema's text.
  public static String json(String kind) {
    return read("%s.json".formatted(kind));
  }

  /// A CustomResourceDefinition's text: its frame, and what `json` says of the specification. There
  /// are no keys of ours in `metadata`; the namespace says whose it is.
  ///
  /// @param kind one that a cluster takes
  public static String definition(String kind) {
    JsonNode schema = tree(json(kind));
    var structural = Structural.within(schema);
    Map<String, Object> definition = mapping(load("definitions/%s.yaml".formatted(kind)));
    Map<String, Object> version =
        mapping(((List<?>) mapping(definition.get("spec")).get("versions")).getFirst());
    Map<String, Object> frame = mapping(mapping(version.get("schema")).get("openAPIV3Schema"));
    var filled = new LinkedHashMap<String, Object>();
    filled.put("description", schema.get("description").asText());
    filled.put("type", "object");
    filled.put("required", List.of("spec"));
    filled.put(
        "properties",
        properties(structural.of(schema.at("/properties/spec")), frame.get("status")));
    Rule name =
        structural
            .rules()
            .spelt(schema.at("/properties/metadata/properties/name"), "self.metadata.name");
    filled.put("x-kubernetes-validations", List.of(name.written()));
    mapping(version.get("schema")).put("openAPIV3Schema", filled);
    return HEADER.formatted(kind) + dumped(definition);
  }

  private static Map<String, Object> properties(Map<String, Object> spec, Object status) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("apiVersion", Map.of("type", "string"));
    properties.put("kind", Map.of("type", "string"));
    properties.put("metadata", Map.of("type", "object"));
    properties.put("spec", spec);
    properties.put("status", status);
    return properties;
  }

  private static String dumped(Object value) {
    var settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(WIDEST).build();
    return new Dump(settings).dumpToString(value);
  }

  private static Object load(String name) {
    return new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(read(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapping(Object value) {
    return (Map<String, Object>) value;
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every schema of ours is JSON", e);
    }
  }

  private static String read(String name) {
    String path = "/dev/feierabend/app/schema/" + name;
    try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
