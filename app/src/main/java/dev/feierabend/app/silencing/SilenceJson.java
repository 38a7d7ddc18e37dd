package dev.feierabend.app.silencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.TreeSet;

/// Silences as Alertmanager's API writes them.
final class SilenceJson {
  private SilenceJson() {}

  /// @throws IllegalArgumentException where something is missing
  static Silence read(JsonNode silence) {
    var matchers = new TreeSet<LabelMatcher>();
    for (JsonNode matcher : silence.path("matchers")) {
      matchers.add(
          new LabelMatcher(
              text(matcher, "name"),
              matcher.path("value").asText(),
              matcher.path("isRegex").asBoolean(),
              matcher.path("isEqual").asBoolean(true)));
    }
    try {
      return new Silence(
          text(silence, "id"),
          matchers,
          OffsetDateTime.parse(text(silence, "startsAt")).toInstant(),
          OffsetDateTime.parse(text(silence, "endsAt")).toInstant(),
          silence.path("createdBy").asText(),
          silence.path("status").path("state").asText().equals("expired"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode text = node.path(field);
    if (!text.isTextual()) {
      throw new IllegalArgumentException("Expected " + field);
    }
    return text.asText();
  }

  static ObjectNode write(Change.Put put, String createdBy) {
    ObjectNode silence = JsonNodeFactory.instance.objectNode();
    put.id().ifPresent(id -> silence.put("id", id));
    var matchers = silence.putArray("matchers");
    for (LabelMatcher matcher : put.matchers()) {
      matchers
          .addObject()
          .put("name", matcher.name())
          .put("value", matcher.value())
          .put("isRegex", matcher.isRegex())
          .put("isEqual", matcher.isEqual());
    }
    return silence
        .put("startsAt", put.startsAt().toString())
        .put("endsAt", put.endsAt().toString())
        .put("createdBy", createdBy)
        .put("comment", put.comment());
  }
}
