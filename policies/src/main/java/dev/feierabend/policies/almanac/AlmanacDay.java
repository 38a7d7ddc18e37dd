package dev.feierabend.policies.almanac;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;

/// A day of an almanac: which, as people call it, where and in which years.
public record AlmanacDay(DayRule day, String name, Region region, Years years) {

  Optional<Holiday> at(Land land, Optional<Municipality> municipality, int year) {
    return years.includes(year) && region.includes(land, municipality)
        ? day.in(year).map(date -> new Holiday(date, name))
        : Optional.empty();
  }

  /// After which it never comes again; empty where it always does.
  Optional<LocalDate> last() {
    return switch (day) {
      case DayRule.Dated(var date) -> Optional.of(date);
      case DayRule.Fixed _, DayRule.AroundEaster _ ->
          years.to().map(year -> YearMonth.of(year, Month.DECEMBER).atEndOfMonth());
    };
  }
}
