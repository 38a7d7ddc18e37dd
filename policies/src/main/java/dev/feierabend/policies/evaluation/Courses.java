package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Makes the course of a policy. Precedence, lowest first: nothing sleeps, dates stay awake,
/// windows of `never`, windows of sleep (from which those were cut before), outside of the
/// validity.
final class Courses {
  private Courses() {}

  static Course of(SchedulePolicy policy, HolidayCalendar calendar, Instant from, Instant to) {
    var windows = Windows.touching(from, to, policy, calendar);
    Spans spans = windows.spans();
    var painting = new Painting(new Verdict.Awake(new Because.NoWindow()));
    ZoneId zone = policy.zone();
    spans.awakeDates().reversed().forEach(span -> awake(painting, span, zone));
    spans.never().reversed().forEach(span -> awake(painting, span, zone));
    windows.all().forEach(window -> asleep(painting, window, policy));
    spans.invalid().forEach(span -> awake(painting, span, zone));
    return painting.course(from, to);
  }

  private static void awake(Painting painting, Span span, ZoneId zone) {
    painting.paint(
        span.from().equals(LocalDateTime.MIN) ? Instant.MIN : LocalTimes.wakesAt(span.from(), zone),
        span.to().equals(LocalDateTime.MAX) ? Instant.MAX : LocalTimes.sleepsAt(span.to(), zone),
        new Verdict.Awake(span.because()));
  }

  private static void asleep(Painting painting, Window window, SchedulePolicy policy) {
    Instant since = window.since();
    Instant wakeAt = window.readyBy().minus(policy.lead());
    if (since.isBefore(wakeAt)) {
      painting.paint(
          since, wakeAt, new Verdict.Asleep(window.because(), since, wakeAt, window.readyBy()));
      painting.paint(
          wakeAt, window.readyBy(), new Verdict.Awake(new Because.WakingUp(window.readyBy())));
    }
  }
}
