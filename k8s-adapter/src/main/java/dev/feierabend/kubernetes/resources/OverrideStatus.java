package dev.feierabend.kubernetes.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.kubernetes.resources.Status.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stands in the status of a ScheduleOverride.
record OverrideStatus(Manifested document, Instant at) {
  /// The domain said no.
  static final String NOT_TAKEN = "NotTaken";

  private static final String ACTIVE = "Active";

  ObjectNode refused(Refused refused) {
    return Status.of(refused, List.of(ACTIVE), document, at);
  }

  /// What stays said of a specification that was granted or declined: it is asked for once. One
  /// that couldn't be read is looked at again.
  Optional<ObjectNode> settled(Wish.KeepAwake wish) {
    if (!document.answered()) {
      return Optional.empty();
    }
    if (!document.status().path("state").asText().equals("Refused")) {
      return Optional.of(ended(wish));
    }
    return Optional.of(document.status())
        .filter(before -> before.at("/conditions/0/reason").asText().equals(NOT_TAKEN));
  }

  ObjectNode active(Wish.KeepAwake wish) {
    return told(ACTIVE, "keeps awake until " + wish.until(), wish);
  }

  private ObjectNode ended(Wish.KeepAwake wish) {
    boolean over = !at.isBefore(wish.until());
    return told("Ended", over ? "its end has come" : "somebody ended it before its time", wish);
  }

  ObjectNode unneeded(Wish.KeepAwake wish, OverrideGranted longer) {
    return told(
        "Ended",
        "%s keeps the same awake until %s already".formatted(longer.by(), longer.until()),
        wish);
  }

  private ObjectNode told(String state, String sentence, Wish.KeepAwake wish) {
    ObjectNode status = Status.begun(document, state, sentence);
    status.put("tenant", wish.tenant().value());
    var conditions =
        List.of(
            new Condition(ACTIVE, state.equals(ACTIVE), state, sentence),
            new Condition(Status.DEGRADED, false, "Taken", "it was taken in as it is"));
    status.set("conditions", Condition.written(conditions, document, at));
    return status;
  }
}
