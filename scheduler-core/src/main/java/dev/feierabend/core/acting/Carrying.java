package dev.feierabend.core.acting;

import dev.feierabend.core.acting.Abreast.Work;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Carries steps out: the intent first, the effect after it, the answer noted. What takes capacity
/// away needs a store that records, a clock that runs and a term that lasts; what gives it back
/// needs none of them.
///
/// @param steady whether taking away is allowed in this tick
record Carrying(Recorder recorder, Effects effects, Fence fence, boolean steady, Instant at) {
  /// More tries than this at taking the same thing away in one night annoy more than they save.
  private static final int TRIES = 3;

  /// What is under way and what is new are cared for abreast: whoever is woken waits for no host
  /// and for no other workload. Hosts are emptied once all that go with them are cordoned: what
  /// leaves one would else be given to another, and have to leave that, too.
  void all(Stream<Work> again, Stream<Work> first) {
    List<Work> all = Stream.concat(again, first).toList();
    effects.abreast().all(all.stream().filter(work -> !empties(work)).toList());
    effects.abreast().all(all.stream().filter(Carrying::empties).toList());
  }

  private static boolean empties(Work work) {
    return work.step() instanceof Step.Drain;
  }

  /// Asks again for what is under way and not yet observed; the same action, so nothing is done
  /// twice.
  Stream<Work> again(List<ActionIssued> pending, World world) {
    return pending.stream().map(issued -> new Work(issued.step(), () -> again(issued, world)));
  }

  private void again(ActionIssued issued, World world) {
    if (world.isWaking(issued.step())) {
      return;
    }
    if (!issued.step().takesAway()) {
      ask(issued);
    } else if (Conclusions.overtaken(issued, world)) {
      giveUp(issued);
    } else if (steady && recorder.available()) {
      ask(issued);
    }
  }

  /// A machine that was told to stop may still do so: until it is seen off, or its time is over, it
  /// must not be given work again.
  private void giveUp(ActionIssued issued) {
    if (!(issued.step() instanceof Step.PowerOff)) {
      refuse(issued, Judgement.UNWANTED);
    }
  }

  private void refuse(ActionIssued issued, String because) {
    recorder.record(new ActionCommand.Refuse(issued.action(), because, at));
  }

  Stream<Work> first(List<Step> steps, Intents intents, Budget budget) {
    return steps.stream()
        .filter(step -> !step.takesAway() || mayTakeAway(step, intents))
        .map(step -> intents.of(step, fence.term()))
        .filter(budget::take)
        .map(intent -> new Work(intent.step(), () -> isIssued(intent), () -> ask(intent)));
  }

  /// Whether it shall be asked for.
  private boolean isIssued(ActionIssued intent) {
    return switch (recorder.issue(intent, fence.highest())) {
      case RECORDED -> true;
      case OUT -> {
        boolean givesBack = !intent.step().takesAway();
        if (givesBack) {
          recorder.spool(intent);
        }
        yield givesBack;
      }
      // Whoever leads now sees the same fleet and the same history, and does what is due.
      case DEPOSED -> false;
    };
  }

  private boolean mayTakeAway(Step step, Intents intents) {
    return steady && recorder.available() && intents.actions().tries(intents.stem(step)) < TRIES;
  }

  /// Recording may have taken long. What isn't asked for stays pending, for whoever leads then.
  private void ask(ActionIssued issued) {
    if (issued.step().takesAway() && !fence.holds()) {
      return;
    }
    switch (effects.perform(issued.step(), issued.action())) {
      case Answer.Done _, Answer.StillAsked _ -> {}
      case Answer.Refused(var because) -> refuse(issued, because);
      case Answer.NotYet(var because) -> refuse(issued, Judgement.NOT_YET + because);
      case Answer.Unknown(var because) ->
          recorder.record(new ActionCommand.Doubt(issued.action(), because, at));
    }
  }
}
