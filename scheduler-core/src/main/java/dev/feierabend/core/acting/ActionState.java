package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import java.util.function.Function;

/// Where one action stands.
sealed interface ActionState {
  /// The code of what a deposed leader hears.
  String DEPOSED = "deposed";

  static boolean isDeposed(Decision decision) {
    return decision instanceof Decision.Rejected(var refusal) && refusal.code().equals(DEPOSED);
  }

  record New() implements ActionState {}

  record Issued(Owner owner, boolean doubted) implements ActionState {}

  record Concluded() implements ActionState {}

  default Decision decide(ActionCommand command) {
    return switch (command) {
      case ActionCommand.Issue(var intent, var highest) -> issue(intent, highest);
      case ActionCommand.Complete(var action, var observed, var at) ->
          whileOpen(
              issued -> Decision.of(new ActionCompleted(issued.owner(), action, observed, at)));
      case ActionCommand.Refuse(var action, var because, var at) ->
          whileOpen(issued -> Decision.of(new ActionRefused(issued.owner(), action, because, at)));
      case ActionCommand.TimeOut(var action, var observed, var at) ->
          whileOpen(
              issued -> Decision.of(new ActionTimedOut(issued.owner(), action, observed, at)));
      case ActionCommand.Doubt(var action, var because, var at) ->
          whileOpen(issued ->
              issued.doubted()
                  ? Decision.nothing()
                  : Decision.of(new OutcomeUnknown(issued.owner(), action, because, at)));
    };
  }

  /// What is told as spooled has happened already: it is recorded whoever leads by now.
  private Decision issue(ActionIssued intent, long highest) {
    if (intent.fencing() < highest && !intent.spooled()) {
      return Decision.reject(
          DEPOSED,
          "Expected an intent of term %d or later but %s is of term %d: another leads since"
              .formatted(highest, intent.action(), intent.fencing()));
    }
    return this instanceof New
        ? Decision.of(intent)
        : Decision.reject(
            "issued-already",
            "Expected a new action but %s was issued before".formatted(intent.action()));
  }

  private Decision whileOpen(Function<Issued, Decision> decide) {
    return this instanceof Issued issued
        ? decide.apply(issued)
        : Decision.reject("not-open", "Expected an action that is issued and not concluded");
  }

  default ActionState evolve(ActingEvent event) {
    return switch (event) {
      case ActionIssued issued -> new Issued(issued.owner(), false);
      case OutcomeUnknown unknown -> new Issued(unknown.owner(), true);
      case ActionCompleted _, ActionRefused _, ActionTimedOut _ -> new Concluded();
      case ActingEvent.OfReturn _ -> this;
    };
  }
}
