package dev.feierabend.core.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.util.Map;

/// Owners and events to fill a log with.
final class Samples {
  static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));
  static final Owner BEHAUSEN = Owner.of(new TenantId("behausen"));

  private Samples() {}

  static StoredEvent event(String aggregate, long sequence) {
    return event(aggregate, sequence, 0);
  }

  /// @param padding how many letters more than it needs
  static StoredEvent event(String aggregate, long sequence, int padding) {
    return new StoredEvent(
        aggregate,
        "TallyAggregate",
        sequence,
        "Added",
        "1",
        Map.of(),
        JsonNodeFactory.instance
            .objectNode()
            .put("owner", "tenant:ahausen")
            .put("tally", aggregate + "x".repeat(padding))
            .put("amount", 1 + (int) sequence));
  }
}
