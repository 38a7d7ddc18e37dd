package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Command;
import java.time.Instant;

/// The life of one action: issued once, concluded once.
public sealed interface ActionCommand extends Command {
  ActionId action();

  @Override
  default String target() {
    return "action/" + action();
  }

  /// Records the intent; refused where this action was issued before, and where the intent's term
  /// is over.
  ///
  /// @param highest the highest term that is recorded
  record Issue(ActionIssued intent, long highest) implements ActionCommand {
    @Override
    public ActionId action() {
      return intent.action();
    }
  }

  /// Its effect was observed.
  record Complete(ActionId action, String observed, Instant at) implements ActionCommand {}

  /// It will not happen, or nobody wants it any more.
  record Refuse(ActionId action, String because, Instant at) implements ActionCommand {}

  /// Its deadline passed without the effect.
  record TimeOut(ActionId action, String observed, Instant at) implements ActionCommand {}

  /// It may or may not have happened; noted once, the observed state decides.
  record Doubt(ActionId action, String because, Instant at) implements ActionCommand {}
}
