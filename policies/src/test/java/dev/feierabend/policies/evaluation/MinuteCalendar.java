package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.DateException.Sleeps;
import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Stretch;
import dev.feierabend.policies.language.WeekTime;
import dev.feierabend.policies.language.WindowRule;
import dev.feierabend.policies.language.YearTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;

/// Whether a minute of the local calendar may be slept through, asked of each minute alone.
record MinuteCalendar(SchedulePolicy policy, MinuteHolidays holidays) {
  private static final int DAY = 24 * 60;

  boolean awake(LocalDate date) {
    return policy.validity().from().filter(date::isBefore).isPresent()
        || policy.validity().to().filter(date::isAfter).isPresent()
        || policy.asleep().exceptions().contains(new StaysAwake(date));
  }

  boolean maySleep(LocalDate date, int minute) {
    for (WindowRule rule : policy.asleep().rules()) {
      if (covers(rule, date, minute)) {
        return true;
      }
    }
    for (var exception : policy.asleep().exceptions()) {
      if (exception instanceof Sleeps(var first, var from, var to)
          && covers(date.equals(first), date.equals(first.plusDays(1)), from, to, minute)) {
        return true;
      }
    }
    return false;
  }

  boolean covers(WindowRule rule, LocalDate date, int minute) {
    return switch (rule.when()) {
      case Stretch.Weekly(var from, var to) ->
          covers(minute(from), minute(to), date.getDayOfWeek().ordinal() * DAY + minute);
      case Stretch.Every(var days, var from, var to) ->
          covers(
              days.all().contains(date.getDayOfWeek()),
              days.all().contains(date.minusDays(1).getDayOfWeek()),
              from,
              to,
              minute);
      case Stretch.Once(var from, var to) -> {
        var now = date.atTime(minute / 60, minute % 60);
        yield !now.isBefore(from.local()) && now.isBefore(to.local());
      }
      case Stretch.Yearly(var from, var to) -> covers(from, to, date, minute);
      case Stretch.AroundHolidays around -> holidays.covers(around, date, minute);
      case Stretch.WholeDate(var whole) -> whole.equals(date);
      case Stretch.ListedDays _ -> OddHolidays.isFifth(date);
    };
  }

  private static boolean covers(int from, int to, int now) {
    return from < to ? from <= now && now < to : now >= from || now < to;
  }

  private static boolean covers(
      boolean today, boolean yesterday, LocalTime from, LocalTime to, int minute) {
    boolean begun = minute >= from.toSecondOfDay() / 60;
    boolean over = minute >= to.toSecondOfDay() / 60;
    boolean overnight = !from.isBefore(to);
    return today && begun && (overnight || !over) || yesterday && overnight && !over;
  }

  /// Both ends must exist in the years in question: this one, or this one and a neighbour.
  private static boolean covers(YearTime from, YearTime to, LocalDate date, int minute) {
    int year = date.getYear();
    int now = date.getMonthValue() * 100 * DAY + date.getDayOfMonth() * DAY + minute;
    int begin = number(from);
    int end = number(to);
    if (begin < end) {
      return begin <= now && now < end && exists(from, year) && exists(to, year);
    }
    return now >= begin && exists(from, year) && exists(to, year + 1)
        || now < end && exists(from, year - 1) && exists(to, year);
  }

  private static boolean exists(YearTime time, int year) {
    return time.day().getMonthValue() != 2 || time.day().getDayOfMonth() < 29 || Year.isLeap(year);
  }

  private static int number(YearTime time) {
    return time.day().getMonthValue() * 100 * DAY
        + time.day().getDayOfMonth() * DAY
        + time.time().toSecondOfDay() / 60;
  }

  private static int minute(WeekTime time) {
    return time.day().ordinal() * DAY + time.time().toSecondOfDay() / 60;
  }
}
