package dev.feierabend.policies.yaml;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Names what stands at a place, in few words: a sentence stays a sentence whatever was written.
final class Found {
  private static final int LONGEST = 60;

  private Found() {}

  static String describe(Node node) {
    return switch (node) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
      case ScalarNode scalar -> quoted(scalar.getValue());
      case MappingNode _ -> "a mapping";
      default -> "a list";
    };
  }

  static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST
        ? "\"" + line + "\""
        : "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST - 10)) + "…\"";
  }
}
