package dev.feierabend.kubernetes.fleet;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.kubernetes.recipes.Specimens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Others' kinds may hold anything, and a definition may be changed: whatever stands in one object,
/// it is seen, for one that isn't would hide all of its kind.
class NonsenseTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NONSENSE =
      List.of("null", "true", "-1", "1e300", "\"x\"", "\"\"", "[]", "[1, {}]", "{}", "{\"x\": []}");

  static Stream<String> kinds() {
    return Specimens.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whateverStandsAnywhereInAnObjectItIsSeen(String kind) throws Exception {
    Managed sound = Objects.managed(kind, Specimens.all().get(kind));
    for (JsonPointer place : places(sound.json(), JsonPointer.empty(), new ArrayList<>())) {
      for (String nonsense : NONSENSE) {
        ObjectNode json = sound.json().deepCopy();
        put(json, place, JSON.readTree(nonsense));
        assertThatCode(() -> Scalable.of(new Managed(sound.recipe(), sound.metadata(), json)))
            .as("%s at %s of a %s", nonsense, place, kind)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void evenAStatusOfAnotherForm() {
    for (String nonsense : NONSENSE) {
      String mail =
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Rollout
          metadata: {namespace: office, name: mail}
          spec: {replicas: 2}
          status: %s
          """
              .formatted(nonsense);
      assertThatCode(() -> Scalable.of(Objects.managed("rollout", mail)))
          .as("status %s", nonsense)
          .doesNotThrowAnyException();
    }
  }

  /// All places in the specification, outermost first.
  private static List<JsonPointer> places(JsonNode node, JsonPointer at, List<JsonPointer> found) {
    if (at.toString().startsWith("/spec")) {
      found.add(at);
    }
    if (at.matches() || at.toString().startsWith("/spec")) {
      node.properties()
          .forEach(field -> places(field.getValue(), at.appendProperty(field.getKey()), found));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        places(node.get(i), at.appendIndex(i), found);
      }
    }
    return found;
  }

  private static void put(ObjectNode json, JsonPointer place, JsonNode value) {
    switch (json.at(place.head())) {
      case ObjectNode parent -> parent.set(place.last().getMatchingProperty(), value);
      case ArrayNode parent -> parent.set(place.last().getMatchingIndex(), value);
      case JsonNode other -> throw new AssertionError(other);
    }
  }
}
