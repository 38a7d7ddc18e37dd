package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// Which fields put an object to sleep.
public sealed interface Manner {
  List<JsonPointer> fields();

  /// It says how many replicas it wants, and sleeps by wanting as many as are kept.
  ///
  /// @param absent how many are wanted where the field isn't there; empty: what its target wants
  record Count(JsonPointer field, Optional<Integer> absent) implements Manner {
    @Override
    public List<JsonPointer> fields() {
      return List.of(field);
    }
  }

  /// It counts as one while it is awake and as none while all fields have these values; of one
  /// nothing can be kept.
  record Flags(List<Flag> flags) implements Manner {
    public Flags {
      flags = List.copyOf(flags);
    }

    @Override
    public List<JsonPointer> fields() {
      return flags.stream().map(Flag::field).toList();
    }
  }

  record Flag(JsonPointer field, JsonNode value) {}
}
