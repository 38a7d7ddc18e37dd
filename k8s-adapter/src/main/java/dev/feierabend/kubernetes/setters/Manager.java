package dev.feierabend.kubernetes.setters;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One that set fields of an object, as the API server keeps account of it in
/// `metadata.managedFields`.
///
/// @param name as it calls itself, or the first word of its user agent
/// @param time when it last set any, as the API server writes times; empty where it doesn't say
/// @param fields a tree of the fields, `f:` before each name (structured-merge-diff's FieldsV1)
record Manager(String name, String time, JsonNode fields) {
  private static final String FIELD = "f:";

  static Stream<Manager> of(JsonNode object) {
    return StreamSupport.stream(object.at("/metadata/managedFields").spliterator(), false)
        .map(entry ->
            new Manager(
                entry.path("manager").asText(),
                entry.path("time").asText(),
                entry.path("fieldsV1")));
  }

  /// Whether it was the last to set that field, or what holds it where that is set as a whole.
  boolean set(JsonPointer field) {
    JsonNode here = fields;
    for (JsonPointer at = field; !at.matches(); at = at.tail()) {
      here = here.path(FIELD + at.getMatchingProperty());
      if (here.isMissingNode() || here.isEmpty()) {
        return here.isObject();
      }
    }
    return true;
  }
}
