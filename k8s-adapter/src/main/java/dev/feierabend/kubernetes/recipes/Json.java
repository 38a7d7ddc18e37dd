package dev.feierabend.kubernetes.recipes;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.stream.Stream;

/// Fields of objects by their pointers. A field that is null is none: the API server keeps no
/// nulls.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static Optional<JsonNode> at(JsonNode root, JsonPointer field) {
    return Optional.of(root.at(field)).filter(node -> !node.isMissingNode() && !node.isNull());
  }

  /// The first of the places above `field` that holds something else than fields, if one does.
  static Optional<JsonPointer> barred(JsonNode root, JsonPointer field) {
    JsonPointer above = field.head();
    if (above == null || above.matches()) {
      return Optional.empty();
    }
    return barred(root, above)
        .or(() -> at(root, above).filter(node -> !node.isObject()).map(_ -> above));
  }

  /// Makes what is missing above it.
  static void set(ObjectNode root, JsonPointer field, JsonNode value) {
    made(root, field.head()).set(name(field), value);
  }

  static void remove(ObjectNode root, JsonPointer field) {
    if (root.at(field.head()) instanceof ObjectNode above) {
      above.remove(name(field));
    }
  }

  /// The places above `field` that belong to the specification alone, outermost first.
  static Stream<JsonPointer> above(JsonPointer field) {
    return Stream.iterate(field.head(), at -> !at.matches(), JsonPointer::head)
        .filter(at -> at.toString().startsWith(RecipeWords.SPEC))
        .toList()
        .reversed()
        .stream();
  }

  /// The value that a text is; empty where it is none.
  static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// A count that is written as a number or, in an annotation, as a text.
  static Optional<Integer> count(JsonNode value) {
    return Optional.of(value.asText())
        .filter(text -> text.matches("[0-9]{1,7}"))
        .map(Integer::valueOf);
  }

  /// `count` as it is written at that place.
  static JsonNode counted(JsonPointer field, int count) {
    return ofAnnotation(field) ? TextNode.valueOf(String.valueOf(count)) : IntNode.valueOf(count);
  }

  static boolean ofAnnotation(JsonPointer field) {
    return field.toString().startsWith(RecipeWords.ANNOTATIONS);
  }

  /// As one reads it: `spec.replicas`, or an annotation's or a label's own name.
  static String named(JsonPointer field) {
    if (ofAnnotation(field) || field.toString().startsWith(RecipeWords.LABELS)) {
      return name(field);
    }
    return Stream.iterate(field, at -> !at.matches(), JsonPointer::tail)
        .map(JsonPointer::getMatchingProperty)
        .collect(joining("."));
  }

  private static ObjectNode made(ObjectNode root, JsonPointer at) {
    return at.matches() ? root : made(root, at.head()).withObjectProperty(name(at));
  }

  private static String name(JsonPointer at) {
    return at.last().getMatchingProperty();
  }
}
