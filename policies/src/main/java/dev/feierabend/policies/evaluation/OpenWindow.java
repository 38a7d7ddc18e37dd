package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.FloorClause;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/// A window of sleep that is open at an instant, whatever keeps awake then, and what it keeps on
/// otherwise than the policy.
record OpenWindow(Because because, Optional<FloorClause> floor) {
  /// The clocks lead out of a date by a day at most.
  private static final int MARGIN = 2;

  /// In the order of the document, sleeping dates after the windows.
  static Stream<OpenWindow> at(SchedulePolicy policy, HolidayCalendar calendar, Instant at) {
    ZoneId zone = policy.zone();
    var spans = new Spans(policy, calendar, Range.of(at, at, zone, MARGIN));
    Stream<OpenWindow> ofWindows =
        policy.asleep().rules().stream()
            .flatMap(rule ->
                spans.of(rule).stream()
                    .filter(span -> covers(span, zone, at))
                    .map(span -> new OpenWindow(span.because(), rule.floor())));
    Stream<OpenWindow> ofDates =
        policy.asleep().exceptions().stream()
            .filter(DateException.Sleeps.class::isInstance)
            .map(DateException.Sleeps.class::cast)
            .flatMap(sleeps -> spans.of(sleeps).stream())
            .filter(span -> covers(span, zone, at))
            .map(span -> new OpenWindow(span.because(), Optional.empty()));
    return Stream.concat(ofWindows, ofDates);
  }

  private static boolean covers(Span span, ZoneId zone, Instant at) {
    return !at.isBefore(LocalTimes.sleepsAt(span.from(), zone))
        && at.isBefore(LocalTimes.wakesAt(span.to(), zone));
  }
}
