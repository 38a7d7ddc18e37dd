package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// One event as it is kept: whose aggregate's, the how manieth (from 0), of which type and
/// revision.
public record StoredEvent(
    String aggregate,
    String aggregateType,
    long sequence,
    String type,
    String revision,
    Map<String, String> metaData,
    JsonNode payload) {
  public StoredEvent {
    metaData = Map.copyOf(metaData);
  }

  /// The event's name in all of the log; derived, so that reading twice gives the same.
  public String id() {
    return id(aggregate, sequence);
  }

  static String id(String aggregate, long sequence) {
    return aggregate + "#" + sequence;
  }
}
