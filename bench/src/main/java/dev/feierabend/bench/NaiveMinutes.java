package dev.feierabend.bench;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.HolidayTime;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Stretch;
import dev.feierabend.policies.language.WindowRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What anybody would write first: each minute is asked, of each window, whether it is open. Leads
/// don't count, nor what the clocks show twice.
final class NaiveMinutes {
  private static final int DAY = 24 * 60;

  private final SchedulePolicy policy;
  private final HolidayCalendar calendar;
  private final Map<Integer, Map<LocalDate, Holiday>> years = new HashMap<>();

  NaiveMinutes(SchedulePolicy policy, HolidayCalendar calendar) {
    this.policy = policy;
    this.calendar = calendar;
  }

  /// How often it falls asleep after `from` and up to `to`.
  long sleeps(Instant from, Instant to) {
    long sleeps = 0;
    boolean asleep = asleep(from);
    for (Instant at = from; !at.isAfter(to); at = at.plus(Duration.ofMinutes(1))) {
      boolean now = asleep(at);
      sleeps += now && !asleep ? 1 : 0;
      asleep = now;
    }
    return sleeps;
  }

  boolean asleep(Instant at) {
    LocalDateTime now = LocalDateTime.ofInstant(at, policy.zone());
    LocalDate date = now.toLocalDate();
    boolean valid =
        policy.validity().from().filter(date::isBefore).isEmpty()
            && policy.validity().to().filter(date::isAfter).isEmpty();
    return valid
        && (open(policy.asleep().rules(), now) || excepted(now))
        && !open(policy.asleep().never(), now)
        && !policy.asleep().exceptions().contains(new DateException.StaysAwake(date));
  }

  private boolean excepted(LocalDateTime now) {
    return policy.asleep().exceptions().stream()
        .anyMatch(exception ->
            exception instanceof DateException.Sleeps sleeps
                && between(sleeps.begins(), sleeps.ends(), now));
  }

  private boolean open(List<WindowRule> rules, LocalDateTime now) {
    return rules.stream().anyMatch(rule -> open(rule.when(), now));
  }

  private boolean open(Stretch stretch, LocalDateTime now) {
    return switch (stretch) {
      case Stretch.Weekly(var from, var to) ->
          within(minute(from.day(), from.time()), minute(to.day(), to.time()), minute(now));
      case Stretch.Every every -> every.weekly().stream().anyMatch(weekly -> open(weekly, now));
      case Stretch.Once once -> between(once.from().local(), once.to().local(), now);
      case Stretch.Yearly yearly ->
          yearly.in(now.getYear()).filter(once -> open(once, now)).isPresent()
              || yearly.in(now.getYear() - 1).filter(once -> open(once, now)).isPresent();
      case Stretch.AroundHolidays around ->
          holidays(now.getYear()).keySet().stream()
              .filter(day -> !weekend(day))
              .anyMatch(day -> between(at(around.from(), day), at(around.to(), day), now));
      case Stretch.WholeDate(var date) -> date.equals(now.toLocalDate());
      case Stretch.ListedDays(var list) -> listed(list.name(), now.toLocalDate());
    };
  }

  private boolean listed(String list, LocalDate date) {
    return policy.asleep().holidays().stream()
        .flatMap(rules ->
            calendar.list(list, rules.land(), rules.municipality(), date.getYear()).stream())
        .flatMap(List::stream)
        .anyMatch(day -> day.date().equals(date));
  }

  private LocalDateTime at(HolidayTime time, LocalDate holiday) {
    int step =
        switch (time.anchor()) {
          case BEFORE -> -1;
          case ON -> 0;
          case AFTER -> 1;
        };
    LocalDate day = holiday.plusDays(step);
    while (step != 0 && (weekend(day) || holidays(day.getYear()).containsKey(day))) {
      day = day.plusDays(step);
    }
    return day.atTime(time.time());
  }

  /// Of the year, and of those before and after it.
  private Map<LocalDate, Holiday> holidays(int year) {
    return years.computeIfAbsent(year, this::looked);
  }

  private Map<LocalDate, Holiday> looked(int year) {
    var days = new TreeMap<LocalDate, Holiday>();
    policy
        .asleep()
        .holidays()
        .ifPresent(rules -> {
          for (int y = year - 1; y <= year + 1; y++) {
            calendar.of(rules.land(), rules.municipality(), y).forEach(h -> days.put(h.date(), h));
          }
          rules.except().forEach(days::remove);
          rules.also().forEach(holiday -> days.put(holiday.date(), holiday));
        });
    return days;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  private static boolean between(LocalDateTime from, LocalDateTime to, LocalDateTime now) {
    return !now.isBefore(from) && now.isBefore(to);
  }

  private static boolean within(int from, int to, int now) {
    return from < to ? from <= now && now < to : now >= from || now < to;
  }

  private static int minute(LocalDateTime now) {
    return minute(now.getDayOfWeek(), now.toLocalTime());
  }

  private static int minute(DayOfWeek day, LocalTime time) {
    return day.getValue() * DAY + time.get(ChronoField.MINUTE_OF_DAY);
  }
}
