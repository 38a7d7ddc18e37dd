package dev.feierabend.console.pages;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// A week of one policy, day by day.
///
/// @param title whose policy it is
public record Week(String title, String zone, List<Day> days) {
  public Week {
    days = List.copyOf(days);
  }

  /// One day: what the policy wants, without a gap, and what a proposal changes about it.
  public record Day(LocalDate date, String label, List<Piece> pieces, List<Piece> changes) {
    public Day {
      pieces = List.copyOf(pieces);
      changes = List.copyOf(changes);
    }
  }

  /// The days of the week of `now`, or of the first that the policy counts on if that is to come.
  static Days days(SchedulePolicy policy, Instant now, Reader reader) {
    LocalDate today = LocalDate.ofInstant(now, policy.zone());
    LocalDate day = policy.validity().from().filter(today::isBefore).orElse(today);
    return new Days(
        day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
        policy.zone(),
        reader.locale());
  }

  static Week of(String title, Days days, List<Stretch> stretches, List<Stretch> changes) {
    return new Week(title, days.zone().getId(), days.of(stretches, changes));
  }
}
