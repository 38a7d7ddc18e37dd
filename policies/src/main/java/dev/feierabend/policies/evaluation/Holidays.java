package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.HolidayRules;
import dev.feierabend.policies.language.HolidayTime;
import dev.feierabend.policies.language.ListName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.NavigableMap;
import java.util.TreeMap;

/// An agreement's holidays of some years, by date, and the working days around them.
record Holidays(NavigableMap<LocalDate, Holiday> byDate) {

  /// Those of the years `first` to `last`, and of one more at either end, for working days are
  /// looked for there. A list that the calendar doesn't have adds none.
  static Holidays of(HolidayRules rules, HolidayCalendar calendar, int first, int last) {
    var byDate = new TreeMap<LocalDate, Holiday>();
    for (int year = first - 1; year <= last + 1; year++) {
      for (ListName list : rules.lists()) {
        calendar
            .list(list.name(), rules.land(), rules.municipality(), year)
            .ifPresent(days -> days.forEach(day -> byDate.put(day.date(), day)));
      }
      for (Holiday holiday : calendar.of(rules.land(), rules.municipality(), year)) {
        byDate.put(holiday.date(), holiday);
      }
    }
    rules.except().forEach(byDate::remove);
    rules.also().forEach(holiday -> byDate.put(holiday.date(), holiday));
    return new Holidays(byDate);
  }

  LocalDateTime at(Holiday holiday, HolidayTime time) {
    LocalDate date =
        switch (time.anchor()) {
          case BEFORE -> workingDay(holiday.date(), -1);
          case ON -> holiday.date();
          case AFTER -> workingDay(holiday.date(), 1);
        };
    return date.atTime(time.time());
  }

  private LocalDate workingDay(LocalDate from, int step) {
    LocalDate day = from.plusDays(step);
    while (weekend(day) || byDate.containsKey(day)) {
      day = day.plusDays(step);
    }
    return day;
  }

  static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }
}
