package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.HolidayRules;
import dev.feierabend.policies.language.HolidayTime;
import dev.feierabend.policies.language.Stretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holidays and working days of some dates, asked of each date alone.
final class MinuteHolidays {
  private static final int DAY = 24 * 60;

  /// A holiday that far away reaches no minute of a date: the generated ones come at most four in a
  /// row.
  private static final int FARTHEST = 20;

  private record Minutes(long from, long to) {}

  private final Optional<HolidayRules> rules;
  private final List<LocalDate> openers;
  private final Map<Stretch.AroundHolidays, List<Minutes>> open = new HashMap<>();

  MinuteHolidays(Optional<HolidayRules> rules, LocalDate from, LocalDate to) {
    this.rules = rules;
    this.openers =
        from.minusDays(FARTHEST)
            .datesUntil(to.plusDays(FARTHEST))
            .filter(day -> holiday(day) && !weekend(day))
            .toList();
  }

  private boolean holiday(LocalDate date) {
    if (rules.isEmpty()) {
      return false;
    }
    boolean also = rules.get().also().stream().anyMatch(own -> own.date().equals(date));
    boolean listed = !rules.get().lists().isEmpty() && OddHolidays.isFifth(date);
    return also || (listed || OddHolidays.has(date)) && !rules.get().except().contains(date);
  }

  boolean covers(Stretch.AroundHolidays around, LocalDate date, int minute) {
    long now = date.toEpochDay() * DAY + minute;
    for (Minutes minutes : open.computeIfAbsent(around, this::minutes)) {
      if (minutes.from <= now && now < minutes.to) {
        return true;
      }
    }
    return false;
  }

  private List<Minutes> minutes(Stretch.AroundHolidays around) {
    return openers.stream()
        .map(day -> new Minutes(minute(day, around.from()), minute(day, around.to())))
        .toList();
  }

  private long minute(LocalDate holiday, HolidayTime time) {
    int step =
        switch (time.anchor()) {
          case BEFORE -> -1;
          case ON -> 0;
          case AFTER -> 1;
        };
    LocalDate day = holiday.plusDays(step);
    while (step != 0 && (weekend(day) || holiday(day))) {
      day = day.plusDays(step);
    }
    return day.toEpochDay() * DAY + time.time().toSecondOfDay() / 60;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
