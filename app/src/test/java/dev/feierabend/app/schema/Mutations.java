package dev.feierabend.app.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A document changed in its structure at one place at a time.
record Mutations(JsonNode document) {
  private static final JsonPointer ROOT = JsonPointer.empty();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  record Mutant(String what, JsonNode document) {}

  /// Every mapping of the document.
  List<JsonPointer> mappings() {
    var found = new ArrayList<JsonPointer>();
    walk(
        ROOT,
        at -> {
          if (document.at(at).isObject()) {
            found.add(at);
          }
        });
    return found;
  }

  /// With one key too many in the mapping at `at`.
  JsonNode planted(JsonPointer at) {
    JsonNode copy = document.deepCopy();
    ((ObjectNode) copy.at(at)).put("zzz", "z");
    return copy;
  }

  /// Each value, list and mapping replaced by something of another structure, and each key left
  /// out.
  List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    walk(
        ROOT,
        at -> {
          if (!at.matches()) {
            mutants.add(new Mutant("a list at " + at, with(at, NODES.arrayNode().add("z"))));
            mutants.add(new Mutant("a mapping at " + at, with(at, NODES.objectNode().put("z", 1))));
            mutants.add(new Mutant("a word at " + at, with(at, NODES.textNode("(z)"))));
            if (document.at(at.head()).isObject()) {
              mutants.add(new Mutant("no " + at, without(at)));
            }
          }
        });
    mappings().forEach(at -> mutants.add(new Mutant("one more at " + at, planted(at))));
    return mutants;
  }

  private JsonNode with(JsonPointer at, JsonNode value) {
    JsonNode copy = document.deepCopy();
    String key = at.last().getMatchingProperty();
    switch (copy.at(at.head())) {
      case ArrayNode list -> list.set(Integer.parseInt(key), value);
      case ObjectNode mapping -> mapping.set(key, value);
      default -> throw new AssertionError(at);
    }
    return copy;
  }

  private JsonNode without(JsonPointer at) {
    JsonNode copy = document.deepCopy();
    ((ObjectNode) copy.at(at.head())).remove(at.last().getMatchingProperty());
    return copy;
  }

  private void walk(JsonPointer at, Consumer<JsonPointer> visit) {
    visit.accept(at);
    JsonNode node = document.at(at);
    node.fieldNames().forEachRemaining(key -> walk(at.appendProperty(key), visit));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(at.appendIndex(i), visit);
    }
  }
}
