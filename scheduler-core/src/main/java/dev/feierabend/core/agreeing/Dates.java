package dev.feierabend.core.agreeing;

import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// The instants at which a policy begins and ends.
final class Dates {
  private Dates() {}

  /// When it comes into force once it is approved at `approved`: not before its first valid day,
  /// nor before its notice is over; empty where nothing holds it up.
  static Optional<Instant> begin(SchedulePolicy policy, Instant approved) {
    Optional<Instant> firstDay =
        policy.validity().from().map(day -> day.atStartOfDay(policy.zone()).toInstant());
    Optional<Instant> noticed =
        Optional.of(policy.clauses().notice())
            .filter(Duration::isPositive)
            .map(notice -> approved.plus(notice));
    return Stream.concat(firstDay.stream(), noticed.stream()).max(Instant::compareTo);
  }

  /// When its last valid day has ended.
  static Optional<Instant> end(SchedulePolicy policy) {
    return policy
        .validity()
        .to()
        .map(last -> last.plusDays(1).atStartOfDay(policy.zone()).toInstant());
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
