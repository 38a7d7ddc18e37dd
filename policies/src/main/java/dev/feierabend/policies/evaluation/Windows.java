package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Finds the window around an instant. Looks at the neighbouring days only, and farther as long as
/// the window goes on (holidays that sleep day after day), at most `FARTHEST` days.
final class Windows {
  /// An interval of the week begins at most 7 days before its end; one more for the zone.
  private static final int LONGEST = 8;

  private static final int FARTHEST = 400;

  private Windows() {}

  static Optional<Window> covering(SchedulePolicy policy, Instant at) {
    LocalDate day = date(at);
    LocalDate first = day.minusDays(LONGEST);
    LocalDate last = day.plusDays(1);
    while (true) {
      Optional<Window> window = covering(policy, at, first, last);
      LocalDate wantedFirst = window.map(w -> date(w.since()).minusDays(LONGEST)).orElse(first);
      LocalDate wantedLast = window.map(w -> date(w.readyBy()).plusDays(1)).orElse(last);
      boolean enough = !wantedFirst.isBefore(first) && !wantedLast.isAfter(last);
      if (enough || ChronoUnit.DAYS.between(first, last) > FARTHEST) {
        return window;
      }
      first = wantedFirst.isBefore(first) ? wantedFirst.minusDays(LONGEST) : first;
      last = wantedLast.isAfter(last) ? wantedLast.plusDays(LONGEST) : last;
    }
  }

  private static Optional<Window> covering(
      SchedulePolicy policy, Instant at, LocalDate first, LocalDate last) {
    return Window.all(Spans.beginning(policy, first, last), policy.zone()).stream()
        .filter(window -> window.covers(at))
        .findFirst();
  }

  /// Roughly the local date; the margins of a day allow for the zone.
  private static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
