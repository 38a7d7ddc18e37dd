package dev.feierabend.app.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What a schema expects, in the words of its descriptions and examples.
record Expected(Cel cel) {

  /// For a single value: `expected a date, for example 2026-12-24`.
  String value(JsonNode schema) {
    JsonNode asked = cel.resolved(schema);
    String phrase = phrase(asked.path("description").asText());
    JsonNode example = asked.path("examples").path(0);
    return example.isMissingNode()
        ? "expected " + phrase
        : "expected %s, for example %s".formatted(phrase, example.asText());
  }

  /// For keys: `date, days, from and to`.
  String keys(JsonNode alternatives) {
    return StreamSupport.stream(alternatives.spliterator(), false)
        .map(this::keysOf)
        .collect(Collectors.joining(", "));
  }

  private String keysOf(JsonNode alternative) {
    List<String> keys = new ArrayList<>();
    alternative
        .path("required")
        .forEach(key -> {
          JsonNode within = alternative.path("properties").path(key.asText()).path("anyOf");
          String nested = within.isEmpty() ? "" : " (with %s)".formatted(keys(within));
          keys.add(key.asText() + nested);
        });
    return String.join(" and ", keys);
  }

  /// The first clause of a description, as it stands in the middle of a sentence.
  private static String phrase(String description) {
    String clause = description.split("; |\\. |\\.$|: ", 2)[0];
    return Character.toLowerCase(clause.charAt(0)) + clause.substring(1);
  }
}
