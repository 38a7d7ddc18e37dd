package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was last done to a host's power or to a workload, and what came of it.
///
/// @param outcome empty while it is under way
record Deed(ActionIssued issued, Optional<ActingEvent.OfAction> outcome) {
  /// True for what is told here: steps between waking and sleeping are not.
  static boolean isOne(Step step) {
    return switch (step) {
      case Step.Sleep _, Step.Wake _, Step.PowerOff _, Step.PowerOn _ -> true;
      case Step.Cordon _, Step.Drain _, Step.Admit _ -> false;
    };
  }

  Deed with(ActingEvent.OfAction event) {
    return event.action().equals(issued.action()) ? new Deed(issued, Optional.of(event)) : this;
  }

  /// How its subject stood afterwards. What may have happened counts as under way; a wake that
  /// failed is still owed.
  Why.State state() {
    boolean down = issued.step().takesAway();
    return switch (outcome.orElse(issued)) {
      case ActionCompleted _ -> down ? Why.State.ASLEEP : Why.State.AWAKE;
      case ActionRefused _, ActionTimedOut _ -> down ? Why.State.AWAKE : Why.State.WAKING;
      case ActionIssued _, OutcomeUnknown _ -> down ? Why.State.FALLING : Why.State.WAKING;
    };
  }

  Why why(Subject subject, Instant at, Cause cause) {
    return new Why(
        subject, at, state(), cause, List.of(), Optional.empty(), course(), Optional.empty());
  }

  Why waking(Subject subject, Instant at) {
    return why(subject, at, new Cause.GivenBack(issued.at(), issued.readyBy()));
  }

  Why unplanned(Subject subject, Instant at) {
    return why(subject, at, new Cause.NotPlanned());
  }

  Why.Course course() {
    return new Why.Course(Optional.of(issued.at()), seen());
  }

  private Optional<Instant> seen() {
    return outcome.flatMap(event ->
        event instanceof ActionCompleted(_, _, _, var at) ? Optional.of(at) : Optional.empty());
  }

  /// Why what `plan` wants asleep isn't.
  static Cause missing(PlanDecided plan, Optional<Deed> deed) {
    if (plan.mode() == Mode.SHADOW) {
      return new Cause.Shadow();
    }
    return deed.flatMap(Deed::failure)
        .<Cause>map(Cause.Failed::new)
        .orElseGet(Cause.NotItsTurn::new);
  }

  private Optional<String> failure() {
    return outcome.flatMap(event ->
        switch (event) {
          case ActionRefused(_, _, var because, _) -> Optional.of(because);
          case ActionTimedOut(_, _, var observed, _) -> Optional.of(observed);
          case ActionIssued _, ActionCompleted _, OutcomeUnknown _ -> Optional.<String>empty();
        });
  }
}
