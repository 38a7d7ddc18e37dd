package dev.feierabend.policies.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Local dates, both inclusive.
record Range(LocalDate first, LocalDate last) {

  /// The dates from one instant to the other, and `margin` more at either end.
  static Range of(Instant from, Instant to, ZoneId zone, int margin) {
    return new Range(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone)).wider(margin);
  }

  Range wider(int days) {
    return new Range(first.minusDays(days), last.plusDays(days));
  }

  /// So many whole years more at either end.
  Range farthest(int years) {
    return new Range(
        LocalDate.of(first.getYear() - years, 1, 1), LocalDate.of(last.getYear() + years, 12, 31));
  }

  boolean touches(LocalDateTime from, LocalDateTime to) {
    return !from.toLocalDate().isAfter(last) && !to.toLocalDate().isBefore(first);
  }

  boolean contains(Range other) {
    return !other.first.isBefore(first) && !other.last.isAfter(last);
  }

  Range with(Range other) {
    return new Range(
        other.first.isBefore(first) ? other.first : first,
        other.last.isAfter(last) ? other.last : last);
  }

  Range within(Range limit) {
    return new Range(
        first.isBefore(limit.first) ? limit.first : first,
        last.isAfter(limit.last) ? limit.last : last);
  }
}
