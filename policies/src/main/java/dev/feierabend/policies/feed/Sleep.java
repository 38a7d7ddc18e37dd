package dev.feierabend.policies.feed;

import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One sleep, from its beginning to the beginning of the wake. Those at the edges of a period are
/// told whole, so that the same sleep is the same whatever is asked.
record Sleep(Instant from, Instant to, Verdict.Asleep verdict) {

  /// Every sleep that touches the period, in order.
  static List<Sleep> of(Evaluation evaluation, SchedulePolicy policy, Instant from, Instant to) {
    var sleeps = new ArrayList<Sleep>();
    if (evaluation.at(policy, from) instanceof Verdict.Asleep asleep) {
      sleeps.add(new Sleep(asleep.since(), end(evaluation, policy, from, asleep), asleep));
    }
    for (Transition transition : evaluation.between(policy, from, to)) {
      if (transition.verdict() instanceof Verdict.Asleep asleep && transition.at().isBefore(to)) {
        sleeps.add(
            new Sleep(transition.at(), end(evaluation, policy, transition.at(), asleep), asleep));
      }
    }
    return sleeps;
  }

  private static Instant end(
      Evaluation evaluation, SchedulePolicy policy, Instant at, Verdict.Asleep asleep) {
    return evaluation.next(policy, at).map(Transition::at).orElse(asleep.wakeAt());
  }
}
