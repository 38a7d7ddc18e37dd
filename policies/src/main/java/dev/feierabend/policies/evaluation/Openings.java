package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.language.Stretch;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// When windows open, as their town's clocks show it: collects all that touches a range of dates.
final class Openings {
  private final Range range;
  private final List<Span> found = new ArrayList<>();

  Openings(Range range) {
    this.range = range;
  }

  List<Span> found() {
    return found;
  }

  void add(LocalDateTime from, LocalDateTime to, Because because) {
    if (range.touches(from, to)) {
      found.add(new Span(from, to, because));
    }
  }

  void add(Stretch.Weekly weekly, Because because) {
    LocalDate day =
        range.first().minusDays(7).with(TemporalAdjusters.nextOrSame(weekly.from().day()));
    Duration length = weekly.shortest();
    for (; !day.isAfter(range.last()); day = day.plusDays(7)) {
      LocalDateTime from = day.atTime(weekly.from().time());
      add(from, from.plus(length), because);
    }
  }

  void add(Stretch.Once once, Because because) {
    add(once.from().local(), once.to().local(), because);
  }

  void add(Stretch.Yearly yearly, Because because) {
    for (int year = range.first().getYear() - 1; year <= range.last().getYear(); year++) {
      yearly.in(year).ifPresent(once -> add(once, because));
    }
  }

  /// Whole days of the calendar.
  void add(List<Holiday> days, Function<Holiday, Because> because) {
    for (Holiday day : days) {
      add(day.date().atStartOfDay(), day.date().plusDays(1).atStartOfDay(), because.apply(day));
    }
  }

  /// A holiday on a Saturday or Sunday opens nothing.
  void add(Stretch.AroundHolidays around, Holidays holidays, Function<Holiday, Because> because) {
    for (Holiday holiday : holidays.byDate().values()) {
      if (!Holidays.weekend(holiday.date())) {
        add(
            holidays.at(holiday, around.from()),
            holidays.at(holiday, around.to()),
            because.apply(holiday));
      }
    }
  }
}
