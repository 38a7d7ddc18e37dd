package dev.feierabend.helm.realparts;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.journal.Recorded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the journal says was to be done, and how it ended.
///
/// @param begun when it was recorded: a look's events all have the instant at which that began, and
///   the log of a journal knows better
/// @param outcome the newest; empty where there is none
record Intent(ActionIssued issued, Instant begun, Optional<Outcome> outcome) {

  /// @param recorded when
  record Outcome(OfAction event, Instant recorded) {}

  /// All of a history, from first to last.
  static List<Intent> of(List<Recorded> history) {
    Map<ActionId, Intent> intents = new LinkedHashMap<>();
    for (Recorded recorded : history) {
      if (recorded.event() instanceof ActionIssued issued) {
        intents.put(issued.action(), new Intent(issued, recorded.time(), Optional.empty()));
      } else if (recorded.event() instanceof OfAction outcome) {
        intents.computeIfPresent(
            outcome.action(), (_, intent) -> intent.ended(new Outcome(outcome, recorded.time())));
      }
    }
    return List.copyOf(intents.values());
  }

  private Intent ended(Outcome how) {
    return new Intent(issued, begun, Optional.of(how));
  }

  String id() {
    return issued.action().value();
  }

  /// Whether an effect that names its action, in full or in brief, is of this one.
  boolean isNotedAs(String action) {
    return issued.action().isNotedAs(action);
  }

  /// `power-off` of `power-off/UUID@plan#1`.
  String verb() {
    return id().substring(0, id().indexOf('/'));
  }

  String subject() {
    return issued.step().subject();
  }

  boolean completed() {
    return outcome.filter(it -> it.event() instanceof ActionCompleted).isPresent();
  }

  /// Whether `at` lies between intent and outcome, as far as logs of whole milliseconds tell. Where
  /// nobody knew what came of it, something may come of it later.
  boolean spans(Instant at) {
    boolean open = outcome.filter(it -> !(it.event() instanceof OutcomeUnknown)).isEmpty();
    return !at.isBefore(begun.minusMillis(1)) && (open || !at.isAfter(ended()));
  }

  private Instant ended() {
    return outcome.map(Outcome::recorded).orElse(Instant.MAX);
  }
}
