package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.planning.Exemption.Ground;
import java.util.Optional;
import java.util.Set;

/// What an object says by which nobody puts it to sleep.
///
/// @param is these values of the field say so; empty: any
/// @param isNot these don't
/// @param ground what a sleep would do to it
public record Bar(JsonPointer field, Set<String> is, Set<String> isNot, Ground ground) {
  private static final int LONGEST = 60;

  public Bar {
    is = Set.copyOf(is);
    isNot = Set.copyOf(isNot);
  }

  /// What an object said.
  ///
  /// @param seen the field with its value
  public record Met(Ground ground, String seen) {
    /// As a reason not to write.
    public String because() {
      return switch (ground) {
        case DATA_LOST -> "a sleep would delete what its volumes hold (%s)".formatted(seen);
        case PAUSED ->
            "somebody paused what scales it, and no wake would bring it back (%s)".formatted(seen);
        case STORE -> "the journal is kept in it (%s)".formatted(seen);
        case RECIPE -> "its recipe leaves such objects alone (%s)".formatted(seen);
      };
    }

    /// The same of what is known by `other`.
    public Met of(String other) {
      return new Met(ground, other + ": " + seen);
    }
  }

  public boolean losesData() {
    return ground == Ground.DATA_LOST;
  }

  Optional<Met> on(JsonNode object) {
    return Json.at(object, field)
        .map(JsonNode::asText)
        .filter(value -> (is.isEmpty() || is.contains(value)) && !isNot.contains(value))
        .map(value -> new Met(ground, Json.named(field) + ": " + shortened(value)));
  }

  private static String shortened(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }
}
