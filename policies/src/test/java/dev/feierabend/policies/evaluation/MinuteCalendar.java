package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.DateException.Sleeps;
import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.WeekTime;
import dev.feierabend.policies.language.WeeklyInterval;
import java.time.LocalDate;

/// Whether a minute of the local calendar may be slept through, asked of each minute alone.
record MinuteCalendar(SchedulePolicy policy) {
  private static final int DAY = 24 * 60;

  boolean awake(LocalDate date) {
    return policy.validity().from().filter(date::isBefore).isPresent()
        || policy.validity().to().filter(date::isAfter).isPresent()
        || policy.asleep().exceptions().contains(new StaysAwake(date));
  }

  boolean maySleep(LocalDate date, int minute) {
    for (WeeklyInterval rule : policy.asleep().weekly()) {
      if (covers(rule, date.getDayOfWeek().ordinal() * DAY + minute)) {
        return true;
      }
    }
    for (DateException exception : policy.asleep().exceptions()) {
      if (exception instanceof Sleeps sleeps && covers(sleeps, date, minute)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(WeeklyInterval rule, int now) {
    int from = minute(rule.from());
    int to = minute(rule.to());
    return from < to ? from <= now && now < to : now >= from || now < to;
  }

  private static boolean covers(Sleeps sleeps, LocalDate date, int minute) {
    boolean begun = minute >= sleeps.from().toSecondOfDay() / 60;
    boolean over = minute >= sleeps.to().toSecondOfDay() / 60;
    if (date.equals(sleeps.date())) {
      return begun && (!sleeps.from().isBefore(sleeps.to()) || !over);
    }
    return date.equals(sleeps.date().plusDays(1)) && !sleeps.from().isBefore(sleeps.to()) && !over;
  }

  private static int minute(WeekTime time) {
    return time.day().ordinal() * DAY + time.time().toSecondOfDay() / 60;
  }
}
