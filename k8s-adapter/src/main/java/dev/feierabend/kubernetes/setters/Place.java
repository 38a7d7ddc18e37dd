package dev.feierabend.kubernetes.setters;

import com.fasterxml.jackson.core.JsonPointer;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import java.util.List;

/// Fields of one object, as remedies write them.
///
/// @param object YAML that tells it from all others
/// @param fields JSON pointers
record Place(String object, List<String> fields) {

  /// What puts `object` to sleep.
  static Place of(Managed object) {
    ResourceKind kind = object.recipe().resource();
    return new Place(
        "group: %s, kind: %s, namespace: \"%s\", name: \"%s\""
            .formatted(
                kind.group(),
                kind.kind(),
                object.metadata().getNamespace(),
                object.metadata().getName()),
        object.recipe().manner().fields().stream().map(JsonPointer::toString).toList());
  }

  String pointers() {
    return String.join(", ", fields);
  }

  /// Steps of a JSON Patch (RFC 6902) that takes the fields out.
  String removals() {
    return String.join(", ", fields.stream().map("{op: remove, path: %s}"::formatted).toList());
  }
}
