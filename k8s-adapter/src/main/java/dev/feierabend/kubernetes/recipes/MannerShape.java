package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.feierabend.kubernetes.recipes.Manner.Flag;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.OneOrMore;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.Optional;

/// `count: {field: /spec/replicas, absent: 1}` or `set: {field: /spec/suspend, to: true}`.
final class MannerShape {
  private static final int MOST_FLAGS = 10;

  private static final MapShape<Manner> COUNT =
      new MapShape<>("a count, for example {field: /spec/replicas, absent: 1}", MannerShape::count);

  private static final MapShape<Flag> FLAG =
      new MapShape<>(
          "a field to set, for example {field: /spec/suspend, to: true}", MannerShape::flag);

  private MannerShape() {}

  /// Empty after a complaint.
  static Optional<Manner> read(Fields fields) {
    Read<Optional<Manner>> count = fields.optional("count", COUNT);
    Read<Optional<List<Flag>>> flags = fields.optional("set", new OneOrMore<>(FLAG, MOST_FLAGS));
    if (count.found().isEmpty() || flags.found().isEmpty()) {
      return Optional.empty();
    }
    if (count.value().isPresent() == flags.value().isPresent()) {
      fields.complain(
          fields.at(),
          "either \"count\" or \"set\"",
          count.value().isPresent() ? "both" : "neither");
      return Optional.empty();
    }
    return count.value().or(() -> flags.value().map(Manner.Flags::new));
  }

  private static Optional<Manner> count(Fields fields) {
    Read<JsonPointer> field = fields.required("field", RecipeWords.CHANGED);
    Read<Optional<Integer>> absent = fields.optional("absent", RecipeWords.ABSENT);
    return fields.build(() -> new Manner.Count(field.value(), absent.value()));
  }

  private static Optional<Flag> flag(Fields fields) {
    Read<JsonPointer> field = fields.required("field", RecipeWords.CHANGED);
    Read<Object> to = fields.required("to", RecipeWords.VALUE);
    field.ifSound(pointer ->
        to.ifSound(value -> {
          if (Json.ofAnnotation(pointer) && !(value instanceof String)) {
            fields.complain(
                to.at(), "a text, for annotations are texts: \"%s\"".formatted(value), value + "");
          }
        }));
    return fields.build(() -> new Flag(field.value(), node(to.value())));
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case Boolean bool -> BooleanNode.valueOf(bool);
      case Integer number -> IntNode.valueOf(number);
      default -> TextNode.valueOf(value.toString());
    };
  }
}
