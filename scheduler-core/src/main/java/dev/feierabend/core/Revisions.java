package dev.feierabend.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.journal.Revised;
import dev.feierabend.core.proving.SealRevision;
import java.util.stream.Stream;

/// How events that were written by earlier versions are read today, oldest revisions first.
final class Revisions {
  private Revisions() {}

  static Revised[] all() {
    var ours =
        Stream.of(
            new Revised("PlanDecided", 1, Revisions::withEditions),
            new Revised("PlanDecided", 2, plan -> plan.putNull("least")),
            new Revised("ActionIssued", 1, Revisions::withKept),
            new Revised("ActionIssued", 2, Revisions::withOriginals),
            new Revised("ForeignChangeObserved", 1, change -> change.putNull("by")),
            new Revised("PolicyProposed", 1, proposed -> proposed.putNull("forecast")));
    return Stream.concat(ours, Stream.of(SealRevision.all())).toArray(Revised[]::new);
  }

  /// Editions were not recorded, and of what slept nothing was kept.
  private static ObjectNode withEditions(ObjectNode plan) {
    for (JsonNode sleeper : plan.withArray("sleepers")) {
      ((ObjectNode) sleeper).put("keep", 0);
    }
    return plan.putNull("editions");
  }

  private static ObjectNode withKept(ObjectNode issued) {
    ObjectNode step = (ObjectNode) issued.get("step");
    switch (step.get("type").asText()) {
      case "Sleep" -> step.put("keep", 0);
      case "Wake" -> step.put("kept", 0);
      default -> {} // the others act on hosts
    }
    return issued;
  }

  /// Nothing was restored but how many there were.
  private static ObjectNode withOriginals(ObjectNode issued) {
    ObjectNode step = (ObjectNode) issued.get("step");
    if (step.get("type").asText().equals("Wake")) {
      step.set("original", original(step.remove("replicas")));
    }
    JsonNode restore = issued.get("restore");
    return restore.isNull() ? issued : issued.set("restore", original(restore));
  }

  private static ObjectNode original(JsonNode replicas) {
    ObjectNode original = JsonNodeFactory.instance.objectNode();
    original.set("replicas", replicas);
    original.putNull("uid").putArray("fields");
    return original;
  }
}
