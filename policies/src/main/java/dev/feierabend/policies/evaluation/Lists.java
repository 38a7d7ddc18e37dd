package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.Holiday;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.language.Asleep;
import dev.feierabend.policies.language.HolidayRules;
import dev.feierabend.policies.language.ListName;
import dev.feierabend.policies.language.Stretch;
import dev.feierabend.policies.language.WindowRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lists of days that a policy names, as the calendar has them.
record Lists(Asleep asleep, HolidayCalendar calendar) {

  /// The days of the policy's place that may touch a range of dates; none of a list that isn't
  /// there.
  List<Holiday> days(ListName list, Range range) {
    return asleep.holidays().stream()
        .flatMap(rules ->
            IntStream.rangeClosed(range.first().getYear(), range.last().getYear())
                .mapToObj(year -> days(list, rules, year)))
        .flatMap(List::stream)
        .toList();
  }

  private List<Holiday> days(ListName list, HolidayRules rules, int year) {
    return calendar.list(list.name(), rules.land(), rules.municipality(), year).orElseGet(List::of);
  }

  /// The list that a window depends on and the calendar doesn't have: its days are unknown.
  Optional<ListName> missing(WindowRule rule) {
    Stream<ListName> named =
        switch (rule.when()) {
          case Stretch.ListedDays(var list) -> Stream.of(list);
          case Stretch.AroundHolidays _ ->
              asleep.holidays().stream().flatMap(rules -> rules.lists().stream());
          case Stretch.Weekly _,
              Stretch.Every _,
              Stretch.Once _,
              Stretch.Yearly _,
              Stretch.WholeDate _ ->
              Stream.empty();
        };
    return named.filter(list -> !calendar.lists().contains(list.name())).findFirst();
  }

  /// A day's own name stands in where the policy's author gave no reason.
  static Because named(Holiday day, Because because) {
    return because instanceof Because.Never(var window, var line, var reason)
        ? new Because.Never(window, line, reason.or(() -> Optional.of(day.name())))
        : because;
  }
}
