package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What every status begins and ends with.
final class Status {
  static final String DEGRADED = "Degraded";

  /// Why something was not taken in: a word for programs, a sentence, and each fault.
  record Refused(String reason, String sentence, List<String> faults) {
    Refused {
      faults = List.copyOf(faults);
    }
  }

  private Status() {}

  static ObjectNode begun(Manifested document, String state, String reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("observedGeneration", document.generation())
        .put("state", state)
        .put("reason", reason);
  }

  /// @param types the conditions that don't hold then
  static ObjectNode of(Refused refused, List<String> types, Manifested document, Instant at) {
    ObjectNode status = begun(document, "Refused", refused.sentence());
    if (!refused.faults().isEmpty()) {
      refused.faults().forEach(status.putArray("faults")::add);
    }
    var conditions =
        new ArrayList<>(
            types.stream()
                .map(type -> new Condition(type, false, refused.reason(), refused.sentence()))
                .toList());
    conditions.add(new Condition(DEGRADED, true, refused.reason(), refused.sentence()));
    status.set("conditions", Condition.written(conditions, document, at));
    return status;
  }
}
