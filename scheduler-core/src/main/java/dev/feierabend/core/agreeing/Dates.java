package dev.feierabend.core.agreeing;

import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.Optional;

/// The instants of a policy's validity, where it applies.
final class Dates {
  private Dates() {}

  /// When its first valid day begins; empty where it is valid from ever on.
  static Optional<Instant> begin(SchedulePolicy policy) {
    return policy.validity().from().map(day -> day.atStartOfDay(policy.zone()).toInstant());
  }

  /// When its last valid day has ended.
  static Optional<Instant> end(SchedulePolicy policy) {
    return policy
        .validity()
        .to()
        .map(last -> last.plusDays(1).atStartOfDay(policy.zone()).toInstant());
  }

  static boolean begun(SchedulePolicy policy, Instant at) {
    return begin(policy).map(begin -> !at.isBefore(begin)).orElse(true);
  }

  static boolean over(SchedulePolicy policy, Instant at) {
    return end(policy).map(end -> !at.isBefore(end)).orElse(false);
  }

  /// True in the time before its end in which the parties are to be reminded.
  static boolean nearEnd(SchedulePolicy policy, Instant at) {
    return !over(policy, at)
        && end(policy)
            .map(end -> !at.isBefore(end.minus(policy.clauses().reminder())))
            .orElse(false);
  }
}
