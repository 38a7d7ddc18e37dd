package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;

/// Something that holds of a document, or doesn't, as Kubernetes tells it.
record Condition(String type, boolean holds, String reason, String message) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// One whose status stayed keeps the time at which it came about.
  static ArrayNode written(List<Condition> all, Manifested document, Instant at) {
    ArrayNode written = NODES.arrayNode();
    for (Condition one : all) {
      written
          .addObject()
          .put("type", one.type)
          .put("status", one.status())
          .put("reason", one.reason)
          .put("message", one.message)
          .put("lastTransitionTime", one.since(document.status(), at))
          .put("observedGeneration", document.generation());
    }
    return written;
  }

  private String status() {
    return holds ? "True" : "False";
  }

  private String since(JsonNode before, Instant at) {
    return StreamSupport.stream(before.path("conditions").spliterator(), false)
        .filter(one -> type.equals(one.path("type").asText()))
        .filter(one -> status().equals(one.path("status").asText()))
        .map(one -> one.path("lastTransitionTime").asText())
        .findFirst()
        .orElseGet(() -> at.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
