package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The windows that touch some instants, whole. Looks at the neighbouring days only, and farther as
/// long as a window goes on (holidays that sleep day after day), at most two years from the range.
record Windows(Spans spans, List<Window> all) {
  /// The clocks lead out of a date by a day at most; what ends at a day's beginning touches it.
  private static final int MARGIN = 3;

  /// Whole nights and weekends are seen at the first look.
  private static final int AT_FIRST = 4;

  private static final int AT_ONCE = 14;
  private static final int MOST_YEARS = 2;

  static Windows touching(
      Instant from, Instant to, SchedulePolicy policy, HolidayCalendar calendar) {
    ZoneId zone = policy.zone();
    Range wanted = Range.of(from, to, zone, MARGIN);
    Range farthest = wanted.farthest(MOST_YEARS);
    Range looked = wanted.wider(AT_FIRST);
    while (true) {
      var spans = new Spans(policy, calendar, looked);
      List<Window> windows =
          Window.all(spans.asleep(), zone).stream().filter(w -> w.touches(from, to)).toList();
      for (Window window : windows) {
        wanted = wanted.with(Range.of(window.since(), window.readyBy(), zone, MARGIN));
      }
      wanted = wanted.within(farthest);
      if (looked.contains(wanted)) {
        return new Windows(spans, windows);
      }
      looked = looked.with(wanted).wider(AT_ONCE).within(farthest);
    }
  }
}
