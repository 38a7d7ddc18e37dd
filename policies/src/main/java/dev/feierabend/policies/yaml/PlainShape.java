package dev.feierabend.policies.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A text, a whole number, or true or false, each as YAML tells them apart: a `String`, an
/// `Integer`, a `Boolean`.
public record PlainShape(String expected) implements Shape<Object> {

  @Override
  public Optional<Object> read(Node node, Complaints complaints) {
    Optional<Object> value = node instanceof ScalarNode scalar ? value(scalar) : Optional.empty();
    if (value.isEmpty()) {
      complaints.add(Place.of(node), expected, Found.describe(node));
    }
    return value;
  }

  private static Optional<Object> value(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.BOOL)) {
      return Optional.of(Boolean.valueOf(text));
    }
    if (scalar.getTag().equals(Tag.INT)) {
      return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
    return scalar.getTag().equals(Tag.STR) ? Optional.of(text) : Optional.empty();
  }
}
