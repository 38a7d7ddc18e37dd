package dev.feierabend.policies.comparison;

import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What one policy wants from the first instant of a period on, by the instant at which it begins
/// to.
record Course(NavigableMap<Instant, Verdict> verdicts) {

  static Course of(Evaluation evaluation, SchedulePolicy policy, Instant from, Instant to) {
    var verdicts = new TreeMap<Instant, Verdict>();
    verdicts.put(from, evaluation.at(policy, from));
    evaluation
        .between(policy, from, to)
        .forEach(transition -> verdicts.put(transition.at(), transition.verdict()));
    return new Course(verdicts);
  }

  Set<Instant> edges() {
    return verdicts.keySet();
  }

  /// At an instant of the period.
  Verdict at(Instant at) {
    return verdicts.floorEntry(at).getValue();
  }

  boolean asleep(Instant at) {
    return at(at) instanceof Verdict.Asleep;
  }
}
