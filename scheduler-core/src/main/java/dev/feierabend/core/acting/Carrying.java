package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import java.time.Instant;
import java.util.List;

/// Carries steps out: the intent first, the effect after it, the answer noted. What takes capacity
/// away needs a store that records and a clock that runs; what gives it back needs neither.
///
/// @param steady whether taking away is allowed in this tick
record Carrying(Recorder recorder, Effects effects, boolean steady, Instant at) {
  /// More tries than this at taking the same thing away in one night annoy more than they save.
  private static final int TRIES = 3;

  /// Asks again for what is under way and not yet observed; the same action, so nothing is done
  /// twice.
  void again(List<ActionIssued> pending, World world) {
    for (ActionIssued issued : pending) {
      if (!issued.step().takesAway()) {
        ask(issued);
      } else if (Conclusions.overtaken(issued, world)) {
        giveUp(issued);
      } else if (steady && recorder.available()) {
        ask(issued);
      }
    }
  }

  /// A machine that was told to stop may still do so: until it is seen off, or its time is over, it
  /// must not be given work again.
  private void giveUp(ActionIssued issued) {
    if (!(issued.step() instanceof Step.PowerOff)) {
      recorder.record(new ActionCommand.Refuse(issued.action(), Judgement.UNWANTED, at));
    }
  }

  void first(List<Step> steps, Intents intents, Budget budget) {
    for (Step step : steps) {
      boolean allowed = !step.takesAway() || mayTakeAway(step, intents);
      if (allowed && budget.take(step)) {
        ActionIssued intent = intents.of(step);
        if (recorder.record(new ActionCommand.Issue(intent))) {
          ask(intent);
        } else if (!step.takesAway()) {
          recorder.spool(intent);
          ask(intent);
        }
      }
    }
  }

  private boolean mayTakeAway(Step step, Intents intents) {
    return steady && recorder.available() && intents.actions().tries(intents.stem(step)) < TRIES;
  }

  private void ask(ActionIssued issued) {
    switch (effects.perform(issued.step(), issued.action())) {
      case Answer.Done _ -> {}
      case Answer.Refused(var because) ->
          recorder.record(new ActionCommand.Refuse(issued.action(), because, at));
      case Answer.Unknown(var because) ->
          recorder.record(new ActionCommand.Doubt(issued.action(), because, at));
    }
  }
}
