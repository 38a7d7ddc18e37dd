package dev.feierabend.helm.realparts;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the journal says was to be done, and how it ended.
///
/// @param outcome the newest; empty where there is none
record Intent(ActionIssued issued, Optional<OfAction> outcome) {

  /// All of a history, from first to last.
  static List<Intent> of(List<JournalEvent> history) {
    Map<ActionId, Intent> intents = new LinkedHashMap<>();
    for (JournalEvent event : history) {
      if (event instanceof ActionIssued issued) {
        intents.put(issued.action(), new Intent(issued, Optional.empty()));
      } else if (event instanceof OfAction outcome) {
        intents.computeIfPresent(
            outcome.action(), (_, intent) -> new Intent(intent.issued, Optional.of(outcome)));
      }
    }
    return List.copyOf(intents.values());
  }

  String id() {
    return issued.action().value();
  }

  /// `power-off` of `power-off/UUID@plan#1`.
  String verb() {
    return id().substring(0, id().indexOf('/'));
  }

  String subject() {
    return issued.step().subject();
  }

  boolean completed() {
    return outcome.filter(ActionCompleted.class::isInstance).isPresent();
  }

  /// Whether `at` lies between intent and outcome, as far as clocks of whole milliseconds tell.
  boolean spans(Instant at) {
    boolean begun = !at.isBefore(issued.at().minusMillis(1));
    return begun && outcome.stream().allMatch(end -> !at.isAfter(ended(end)));
  }

  private static Instant ended(OfAction outcome) {
    return switch (outcome) {
      case ActionIssued issued -> issued.at();
      case ActionCompleted completed -> completed.at();
      case dev.feierabend.core.acting.ActingEvent.ActionRefused refused -> refused.at();
      case dev.feierabend.core.acting.ActingEvent.ActionTimedOut late -> late.at();
      case dev.feierabend.core.acting.ActingEvent.OutcomeUnknown unknown -> Instant.MAX;
    };
  }
}
