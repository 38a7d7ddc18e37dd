package dev.feierabend.kubernetes.fleet;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Readiness;
import java.util.Optional;

/// How much of what an object wants serves, by its own measure.
///
/// @param counted how many replicas, where it says so
/// @param all whether all of it does
record Serving(Optional<Integer> counted, boolean all) {
  private static final JsonPointer CONDITIONS = JsonPointer.compile("/status/conditions");
  private static final JsonPointer OBSERVED = JsonPointer.compile("/status/observedGeneration");

  static Serving of(Managed object) {
    return switch (object.recipe().ready()) {
      case Readiness.Counted(var field) -> new Serving(Optional.of(number(object, field)), true);
      case Readiness.AllOf(var field, var of) ->
          whether(object, number(object, field) >= number(object, of));
      case Readiness.Condition(var type, var unless) ->
          whether(
              object,
              isTrue(object, type) && unless.filter(other -> isTrue(object, other)).isEmpty());
      case Readiness.Valued(var field, var value) ->
          whether(object, object.at(field).filter(it -> it.asText().equals(value)).isPresent());
      case Readiness.AtOnce _ -> new Serving(Optional.empty(), true);
    };
  }

  /// A status of before the last change says nothing.
  private static Serving whether(Managed object, boolean all) {
    Long generation = object.metadata().getGeneration();
    boolean late =
        generation != null
            && object.at(OBSERVED).filter(it -> it.asLong(generation) < generation).isPresent();
    return new Serving(Optional.empty(), all && !late);
  }

  private static int number(Managed object, JsonPointer field) {
    return object.at(field).map(it -> it.asInt(0)).orElse(0);
  }

  private static boolean isTrue(Managed object, String type) {
    for (JsonNode condition : object.at(CONDITIONS).orElse(object.json().arrayNode())) {
      if (condition.path("type").asText().equals(type)) {
        return condition.path("status").asText().equals("True");
      }
    }
    return false;
  }
}
