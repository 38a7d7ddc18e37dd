package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.Floor;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Which floor counts at an instant: the highest of all windows that are open then, each with its
/// own or the policy's; the policy's where none is open.
record Floors(SchedulePolicy policy, Spans spans, Instant at) {
  /// The clocks lead out of a date by a day at most.
  private static final int MARGIN = 2;

  static Floor at(SchedulePolicy policy, HolidayCalendar calendar, Instant at) {
    if (policy.asleep().rules().stream().allMatch(rule -> rule.floor().isEmpty())) {
      return policy.floor();
    }
    Range days = Range.of(at, at, policy.zone(), MARGIN);
    return new Floors(policy, new Spans(policy, calendar, days), at).highest();
  }

  private Floor highest() {
    Stream<Floor> ofWindows =
        policy.asleep().rules().stream()
            .filter(rule -> open(spans.of(rule)))
            .map(rule -> rule.floor().map(own -> own.over(policy.floor())).orElse(policy.floor()));
    Stream<Floor> ofDates =
        policy.asleep().exceptions().stream()
            .filter(DateException.Sleeps.class::isInstance)
            .filter(sleeps -> open(spans.of((DateException.Sleeps) sleeps)))
            .map(_ -> policy.floor());
    return Stream.concat(ofWindows, ofDates).reduce(Floor::max).orElse(policy.floor());
  }

  private boolean open(List<Span> found) {
    return found.stream()
        .anyMatch(span ->
            !at.isBefore(LocalTimes.sleepsAt(span.from(), policy.zone()))
                && at.isBefore(LocalTimes.wakesAt(span.to(), policy.zone())));
  }
}
