package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Every ninth day of the calendar is off, whatever day of the week it is, and 1 January.
final class OddHolidays implements HolidayCalendar {
  private final Map<Integer, List<Holiday>> years = new ConcurrentHashMap<>();

  static boolean has(LocalDate date) {
    return date.toEpochDay() % 9 == 0 || date.getDayOfYear() == 1;
  }

  @Override
  public List<Holiday> of(Land land, Optional<Municipality> municipality, int year) {
    return years.computeIfAbsent(year, OddHolidays::of);
  }

  private static List<Holiday> of(int year) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(OddHolidays::has)
        .map(date -> new Holiday(date, "Day " + date))
        .toList();
  }

  @Override
  public String edition() {
    return "odd";
  }
}
