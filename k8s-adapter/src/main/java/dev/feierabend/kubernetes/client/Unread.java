package dev.feierabend.kubernetes.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// An object as a watch told it, of which no more was read than its name and its version; its
/// metadata say nothing else. Most of what an evening tells is old before anybody asks for more.
final class Unread extends GenericKubernetesResource {
  @FunctionalInterface
  private interface Reading {
    void valueOf(String field) throws IOException;
  }

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonPointer OBJECT = JsonPointer.compile("/object");

  private final String event;
  private String type = "";

  private Unread(String event) {
    this.event = event;
    setMetadata(new ObjectMeta());
  }

  /// Empty for what is no object, such as an error, and for what can't be read.
  ///
  /// @param event a type and an object, as a watch has them
  static Optional<Unread> of(String event) {
    var unread = new Unread(event);
    try (JsonParser parser = JSON.createParser(event)) {
      unread.glance(parser);
    } catch (IOException _) {
      return Optional.empty();
    }
    return unread.isObject() ? Optional.of(unread) : Optional.empty();
  }

  private boolean isObject() {
    return !type.isEmpty()
        && getMetadata().getResourceVersion() != null
        && !"Status".equals(getKind())
        && event.stripTrailing().endsWith("}");
  }

  /// What happened to it.
  String type() {
    return type;
  }

  /// All of it.
  ///
  /// @throws IllegalArgumentException where its text is none of JSON after all
  TreeResource read() {
    return TreeResource.read(event, OBJECT);
  }

  @Override
  public Map<String, Object> getAdditionalProperties() {
    return read().getAdditionalProperties();
  }

  private void glance(JsonParser parser) throws IOException {
    fields(
        parser,
        field -> {
          switch (field) {
            case "type" -> type = Optional.ofNullable(parser.nextTextValue()).orElse("");
            case "object" -> fields(parser, below -> ofObject(below, parser));
            default -> parser.nextToken();
          }
        });
  }

  private void ofObject(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "apiVersion" -> setApiVersion(parser.nextTextValue());
      case "kind" -> setKind(parser.nextTextValue());
      case "metadata" -> fields(parser, below -> ofMetadata(below, parser));
      default -> parser.nextToken();
    }
  }

  private void ofMetadata(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "namespace" -> getMetadata().setNamespace(parser.nextTextValue());
      case "name" -> getMetadata().setName(parser.nextTextValue());
      case "uid" -> getMetadata().setUid(parser.nextTextValue());
      case "resourceVersion" -> getMetadata().setResourceVersion(parser.nextTextValue());
      default -> parser.nextToken();
    }
  }

  /// Goes through the fields of what comes next, as far as it takes.
  private void fields(JsonParser parser, Reading reading) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
      reading.valueOf(field);
      if (isKnown()) {
        return;
      }
      parser.skipChildren();
    }
  }

  /// Whether there is nothing left to look for. The API server tells the namespace before the last
  /// of these, whether it has the names in their order or in that of its types.
  private boolean isKnown() {
    return getKind() != null
        && getMetadata().getUid() != null
        && getMetadata().getName() != null
        && getMetadata().getResourceVersion() != null;
  }
}
