package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.Land;
import dev.feierabend.policies.calendar.Municipality;
import dev.feierabend.policies.language.ListName;
import dev.feierabend.policies.yaml.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Every ninth day of the calendar is off, whatever day of the week it is, and 1 January; a list
/// has every fifth.
final class OddHolidays implements HolidayCalendar {
  private final Map<Integer, List<Holiday>> years = new ConcurrentHashMap<>();
  private final Map<Integer, List<Holiday>> fifths = new ConcurrentHashMap<>();

  static final ListName FIFTH = new ListName("fifth", Place.START);

  static boolean isFifth(LocalDate date) {
    return date.toEpochDay() % 5 == 0;
  }

  static boolean has(LocalDate date) {
    return date.toEpochDay() % 9 == 0 || date.getDayOfYear() == 1;
  }

  @Override
  public List<Holiday> of(Land land, Optional<Municipality> municipality, int year) {
    return years.computeIfAbsent(year, y -> days(y, OddHolidays::has));
  }

  @Override
  public SortedSet<String> lists() {
    return new TreeSet<>(Set.of(FIFTH.name()));
  }

  @Override
  public Optional<List<Holiday>> list(
      String name, Land land, Optional<Municipality> municipality, int year) {
    return Optional.of(fifths.computeIfAbsent(year, y -> days(y, OddHolidays::isFifth)));
  }

  private static List<Holiday> days(int year, Predicate<LocalDate> off) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(off)
        .map(date -> new Holiday(date, "Day " + date))
        .toList();
  }

  @Override
  public String edition() {
    return "odd";
  }
}
