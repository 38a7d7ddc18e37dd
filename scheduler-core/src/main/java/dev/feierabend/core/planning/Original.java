package dev.feierabend.core.planning;

import java.util.List;
import java.util.Optional;

/// What a workload is before it sleeps, so that it comes back exactly.
///
/// @param uid tells the object from a later one of the same name; empty where nothing does
/// @param fields what its sleep changes besides, or instead of, how many replicas it has
public record Original(int replicas, Optional<String> uid, List<Field> fields) {

  /// A field of the object.
  ///
  /// @param pointer where it stands (RFC 6901)
  /// @param json its value; empty: it is not there
  public record Field(String pointer, Optional<String> json) {}

  public Original {
    fields = List.copyOf(fields);
  }

  /// Of what has nothing to restore but how many there were.
  public static Original of(int replicas) {
    return new Original(replicas, Optional.empty(), List.of());
  }

  /// False where it is known that `other` is another object, if of the same name.
  public boolean mayBe(Original other) {
    return uid.isEmpty() || other.uid.isEmpty() || uid.equals(other.uid);
  }
}
