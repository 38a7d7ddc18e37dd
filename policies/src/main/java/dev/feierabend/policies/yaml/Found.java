package dev.feierabend.policies.yaml;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Names what stands at a place, in few words: a sentence stays a sentence whatever was written.
public final class Found {
  private static final int LONGEST = 60;
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private Found() {}

  static String describe(Node node) {
    return switch (node) {
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
      case ScalarNode scalar -> quoted(scalar.getValue());
      case MappingNode _ -> "a mapping";
      default -> "a list";
    };
  }

  /// As it was written, shortened where it is long.
  public static String quoted(String text) {
    String shown =
        text.codePointCount(0, text.length()) <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST - 10)) + "…";
    return "\"" + CONTROLS.matcher(shown).replaceAll(" ") + "\"";
  }
}
