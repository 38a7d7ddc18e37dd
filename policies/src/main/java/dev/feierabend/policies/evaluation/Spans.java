package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Validity;
import dev.feierabend.policies.language.WeeklyInterval;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A policy's windows as its town's clocks show them: weekly intervals and sleeping dates, less the
/// dates that stay awake and those outside of its validity, merged where they touch.
final class Spans {
  private Spans() {}

  /// In order, of all that begins on one of the dates from `first` to `last`.
  static List<Span> beginning(SchedulePolicy policy, LocalDate first, LocalDate last) {
    return merged(
        all(policy, first, last)
            .flatMap(span -> valid(span, policy.validity()))
            .flatMap(span -> awakeDatesCut(span, policy.asleep().exceptions()))
            .sorted(Comparator.comparing(Span::from))
            .toList());
  }

  private static Stream<Span> all(SchedulePolicy policy, LocalDate first, LocalDate last) {
    return Stream.concat(
        policy.asleep().weekly().stream().flatMap(rule -> weekly(rule, first, last)),
        policy.asleep().exceptions().stream()
            .filter(e -> !e.date().isBefore(first) && !e.date().isAfter(last))
            .flatMap(Spans::dated));
  }

  private static Stream<Span> weekly(WeeklyInterval rule, LocalDate first, LocalDate last) {
    LocalDate start = first.with(TemporalAdjusters.nextOrSame(rule.from().day()));
    Because because = new Because.Rule(rule.toString(), rule.line());
    return Stream.iterate(start, date -> !date.isAfter(last), date -> date.plusWeeks(1))
        .map(date -> date.atTime(rule.from().time()))
        .map(from -> new Span(from, from.plus(rule.length()), because));
  }

  private static Stream<Span> dated(DateException exception) {
    return switch (exception) {
      case DateException.StaysAwake _ -> Stream.empty();
      case DateException.Sleeps sleeps ->
          Stream.of(new Span(sleeps.begins(), sleeps.ends(), new Because.ByDate(sleeps.date())));
    };
  }

  private static Stream<Span> valid(Span span, Validity validity) {
    return Stream.of(span)
        .flatMap(s ->
            validity
                .from()
                .map(from -> s.without(LocalDateTime.MIN, from.atStartOfDay()))
                .orElseGet(() -> Stream.of(s)))
        .flatMap(s ->
            validity
                .to()
                .map(to -> s.without(to.plusDays(1).atStartOfDay(), LocalDateTime.MAX))
                .orElseGet(() -> Stream.of(s)));
  }

  private static Stream<Span> awakeDatesCut(Span span, List<DateException> exceptions) {
    Stream<Span> left = Stream.of(span);
    for (DateException exception : exceptions) {
      if (exception instanceof DateException.StaysAwake(var date)) {
        left = left.flatMap(s -> s.without(date.atStartOfDay(), date.plusDays(1).atStartOfDay()));
      }
    }
    return left;
  }

  private static List<Span> merged(List<Span> ordered) {
    var merged = new ArrayList<Span>();
    for (Span span : ordered) {
      if (!merged.isEmpty() && merged.getLast().touches(span)) {
        merged.add(merged.removeLast().with(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
