package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// When a policy would have slept, had it been valid then.
record Sleeps(SchedulePolicy policy, Evaluation evaluation) {
  /// From falling asleep until the wake begins.
  ///
  /// @param wakes false where the week ends before
  record Sleep(Instant from, Instant until, boolean wakes) {}

  static Sleeps of(SchedulePolicy policy, Evaluation evaluation) {
    return new Sleeps(
        new SchedulePolicy(
            policy.name(),
            policy.tenants(),
            policy.selects(),
            policy.zone(),
            policy.asleep(),
            Validity.ALWAYS,
            policy.readyBy(),
            policy.floor(),
            policy.clauses(),
            policy.document()),
        evaluation);
  }

  ZoneId zone() {
    return policy.zone();
  }

  /// In order; what goes over the end of a week, counted from `from`, is told in two.
  List<Sleep> between(Instant from, Instant to) {
    var sleeps = new ArrayList<Sleep>();
    for (Instant week = from; week.isBefore(to); week = week.plus(Weeks.WEEK)) {
      Instant end = week.plus(Weeks.WEEK);
      sleeps.addAll(week(week, end.isBefore(to) ? end : to));
    }
    return sleeps;
  }

  private List<Sleep> week(Instant from, Instant to) {
    List<Transition> course =
        Stream.of(
                Stream.of(new Transition(from, evaluation.at(policy, from))),
                evaluation.between(policy, from, to).stream(),
                Stream.of(new Transition(to, evaluation.at(policy, to))))
            .flatMap(part -> part)
            .toList();
    var sleeps = new ArrayList<Sleep>();
    for (int i = 0; i + 1 < course.size(); i++) {
      Instant begin = course.get(i).at();
      Instant end = course.get(i + 1).at();
      if (course.get(i).verdict() instanceof Verdict.Asleep
          && Duration.between(begin, end).isPositive()) {
        sleeps.add(new Sleep(begin, end, end.isBefore(to)));
      }
    }
    return sleeps;
  }
}
