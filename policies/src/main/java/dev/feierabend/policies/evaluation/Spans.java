package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.HolidayRules;
import dev.feierabend.policies.language.ListName;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Stretch;
import dev.feierabend.policies.language.Validity;
import dev.feierabend.policies.language.WindowRule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A policy's stretches of local time that touch a range of dates.
final class Spans {
  private final SchedulePolicy policy;
  private final HolidayCalendar calendar;
  private final Range range;
  private final Lists lists;
  private @Nullable Holidays holidays;

  Spans(SchedulePolicy policy, HolidayCalendar calendar, Range range) {
    this.policy = policy;
    this.calendar = calendar;
    this.range = range;
    this.lists = new Lists(policy.asleep(), calendar);
  }

  /// What may be slept through, in order: windows and sleeping dates less all that keeps awake,
  /// merged where they touch.
  List<Span> asleep() {
    var open = new Openings(range);
    policy.asleep().rules().forEach(rule -> open(rule, reason(rule), open));
    for (DateException exception : policy.asleep().exceptions()) {
      if (exception instanceof DateException.Sleeps sleeps) {
        open.add(sleeps.begins(), sleeps.ends(), new Because.ByDate(sleeps.date()));
      }
    }
    List<Span> left = open.found();
    for (List<Span> cuts : List.of(never(), awakeDates(), invalid())) {
      left = Span.without(left, Span.merged(cuts));
    }
    return Span.merged(left);
  }

  /// When one window is open.
  List<Span> of(WindowRule rule) {
    var open = new Openings(range);
    open(rule, reason(rule), open);
    return open.found();
  }

  /// When the exception of a date lets sleep.
  List<Span> of(DateException.Sleeps sleeps) {
    var open = new Openings(range);
    open.add(sleeps.begins(), sleeps.ends(), new Because.ByDate(sleeps.date()));
    return open.found();
  }

  /// The windows of `never`, in the order of the document; one of a list that the calendar doesn't
  /// have is open always.
  List<Span> never() {
    var open = new Openings(range);
    policy
        .asleep()
        .never()
        .forEach(rule ->
            lists
                .missing(rule)
                .ifPresentOrElse(list -> always(open, list), () -> open(rule, never(rule), open)));
    return open.found();
  }

  private static void always(Openings open, ListName list) {
    open.add(
        LocalDateTime.MIN,
        LocalDateTime.MAX,
        new Because.UnknownList(list.name(), list.at().line()));
  }

  /// The dates that exceptions keep awake, the earliest first.
  List<Span> awakeDates() {
    var open = new Openings(range);
    policy.asleep().exceptions().stream()
        .filter(DateException.StaysAwake.class::isInstance)
        .map(DateException::date)
        .sorted()
        .forEach(
            date -> open.add(date.atStartOfDay(), dayAfter(date), new Because.StaysAwake(date)));
    return open.found();
  }

  /// All that lies before and after the validity.
  List<Span> invalid() {
    var open = new Openings(range);
    Validity validity = policy.validity();
    validity
        .to()
        .ifPresent(to -> open.add(dayAfter(to), LocalDateTime.MAX, new Because.NoLongerValid(to)));
    validity
        .from()
        .ifPresent(from ->
            open.add(LocalDateTime.MIN, from.atStartOfDay(), new Because.NotYetValid(from)));
    return open.found();
  }

  private static Because never(WindowRule rule) {
    return new Because.Never(rule.when().toString(), rule.line(), rule.because());
  }

  private static Because reason(WindowRule rule) {
    return new Because.Rule(rule.when().toString(), rule.line(), rule.because());
  }

  private void open(WindowRule rule, Because because, Openings open) {
    switch (rule.when()) {
      case Stretch.Weekly weekly -> open.add(weekly, because);
      case Stretch.Every every -> every.weekly().forEach(weekly -> open.add(weekly, because));
      case Stretch.Once once -> open.add(once, because);
      case Stretch.Yearly yearly -> open.add(yearly, because);
      case Stretch.WholeDate date -> open.add(date.begins(), date.ends(), because);
      case Stretch.ListedDays(var list) ->
          open.add(lists.days(list, range), day -> Lists.named(day, because));
      case Stretch.AroundHolidays around ->
          policy
              .asleep()
              .holidays()
              .ifPresent(rules ->
                  open.add(around, holidays(rules), holiday -> openedBy(holiday, because)));
    }
  }

  /// Looked up once, and only if a window asks.
  private Holidays holidays(HolidayRules rules) {
    Holidays known = holidays;
    if (known == null) {
      known = Holidays.of(rules, calendar, range.first().getYear(), range.last().getYear());
      holidays = known;
    }
    return known;
  }

  private static Because openedBy(Holiday holiday, Because because) {
    return because instanceof Because.Rule(var window, var line, var reason)
        ? new Because.ByHoliday(window, line, reason, holiday)
        : because;
  }

  private static LocalDateTime dayAfter(LocalDate date) {
    return date.plusDays(1).atStartOfDay();
  }
}
