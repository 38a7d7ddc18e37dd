package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a policy's verdict changes: sleep begins, the wake begins, all is ready, a date stays
/// awake, the validity begins or ends.
public final class Transitions {
  private static final Duration AT_ONCE = Duration.ofDays(16);
  private static final Duration FARTHEST = Duration.ofDays(400);

  private Transitions() {}

  /// In order, after `from` and up to `to` inclusive, so that stretches laid end to end tell each
  /// transition once.
  public static List<Transition> between(SchedulePolicy policy, Instant from, Instant to) {
    return changes(policy, from, to, Integer.MAX_VALUE);
  }

  /// The first after `after`; empty if there is none within 400 days (counted from the beginning of
  /// the validity where that is still to come).
  public static Optional<Transition> next(SchedulePolicy policy, Instant after) {
    Instant begin = begin(policy, after);
    for (Instant from = begin; from.isBefore(begin.plus(FARTHEST)); from = from.plus(AT_ONCE)) {
      List<Transition> found = changes(policy, from, from.plus(AT_ONCE), 1);
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  private static List<Transition> changes(
      SchedulePolicy policy, Instant from, Instant to, int most) {
    var changes = new ArrayList<Transition>();
    Verdict current = Evaluation.at(policy, from);
    for (Instant edge : Edges.between(policy, from, to)) {
      Verdict next = Evaluation.at(policy, edge);
      if (!next.equals(current)) {
        changes.add(new Transition(edge, next));
      }
      if (changes.size() == most) {
        break;
      }
      current = next;
    }
    return changes;
  }

  private static Instant begin(SchedulePolicy policy, Instant after) {
    return policy
        .validity()
        .from()
        .map(date -> LocalTimes.sleepsAt(date.atStartOfDay(), policy.zone()).minusSeconds(1))
        .filter(after::isBefore)
        .orElse(after);
  }
}
