package dev.feierabend.kubernetes.recipes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.planning.Original;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings an object's fields back to what they were. Nothing but the recipe's own fields is
/// touched, whatever stands in an annotation that anybody may write.
///
/// @param was the fields that are known, with their values; empty: it was not there
record Restoration(Manner manner, Map<JsonPointer, Optional<JsonNode>> was) {

  static Restoration of(Manner manner, Original original) {
    var was = new HashMap<JsonPointer, Optional<JsonNode>>();
    for (Original.Field field : original.fields()) {
      was.put(JsonPointer.valueOf(field.pointer()), field.json().flatMap(Json::parsed));
    }
    if (manner instanceof Manner.Count(var field, _)) {
      was.putIfAbsent(field, Optional.of(Json.counted(field, original.replicas())));
    }
    return new Restoration(manner, was);
  }

  /// Empty where not every field is known.
  Optional<ObjectNode> of(ObjectNode now) {
    List<JsonPointer> fields = manner.fields();
    if (!was.keySet().containsAll(fields)) {
      return Optional.empty();
    }
    ObjectNode restored = now.deepCopy();
    fields.forEach(field -> restore(restored, field));
    return Optional.of(restored);
  }

  private void restore(ObjectNode object, JsonPointer field) {
    was.getOrDefault(field, Optional.empty())
        .ifPresentOrElse(value -> Json.set(object, field, value), () -> Json.remove(object, field));
    Json.above(field)
        .toList()
        .reversed()
        .forEach(above -> {
          if (was.containsKey(above) && object.at(above).isEmpty()) {
            Json.remove(object, above);
          }
        });
  }
}
