package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.calendar.LocalTimes;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The instants at which a policy's verdict may change; at no other does it.
final class Edges {
  /// Longer than an interval of the week, zone included.
  private static final Duration MARGIN = Duration.ofDays(9);

  private Edges() {}

  /// In order, after `from` and up to `to`.
  static SortedSet<Instant> between(SchedulePolicy policy, Instant from, Instant to) {
    ZoneId zone = policy.zone();
    LocalDate first = LocalDate.ofInstant(from.minus(MARGIN), zone);
    LocalDate last = LocalDate.ofInstant(to.plus(policy.lead()).plus(MARGIN), zone);
    var edges = new TreeSet<Instant>();
    Stream.of(ofWindows(policy, first, last), ofAwakeDates(policy), ofValidity(policy))
        .flatMap(all -> all)
        .filter(edge -> edge.isAfter(from) && !edge.isAfter(to))
        .forEach(edges::add);
    return edges;
  }

  private static Stream<Instant> ofWindows(SchedulePolicy policy, LocalDate first, LocalDate last) {
    return Window.all(Spans.beginning(policy, first, last), policy.zone()).stream()
        .flatMap(
            window -> Stream.of(window.since(), window.wakeAt(policy.lead()), window.readyBy()));
  }

  private static Stream<Instant> ofAwakeDates(SchedulePolicy policy) {
    return policy.asleep().exceptions().stream()
        .filter(DateException.StaysAwake.class::isInstance)
        .map(DateException::date)
        .flatMap(date ->
            Stream.of(
                LocalTimes.wakesAt(date.atStartOfDay(), policy.zone()),
                LocalTimes.sleepsAt(dayAfter(date), policy.zone())));
  }

  private static Stream<Instant> ofValidity(SchedulePolicy policy) {
    return Stream.concat(
        policy.validity().from().stream()
            .map(from -> LocalTimes.sleepsAt(from.atStartOfDay(), policy.zone())),
        policy.validity().to().stream().map(to -> LocalTimes.wakesAt(dayAfter(to), policy.zone())));
  }

  private static LocalDateTime dayAfter(LocalDate date) {
    return date.plusDays(1).atStartOfDay();
  }
}
