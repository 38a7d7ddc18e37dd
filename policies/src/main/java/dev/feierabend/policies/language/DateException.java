package dev.feierabend.policies.language;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// What is otherwise on one date.
public sealed interface DateException {
  LocalDate date();

  /// No instant of that local date is asleep.
  record StaysAwake(LocalDate date) implements DateException {}

  /// Sleeps as well, from `from` to the next `to`: on the same date if that is later than `from`,
  /// else on the next.
  record Sleeps(LocalDate date, LocalTime from, LocalTime to) implements DateException {
    public LocalDateTime begins() {
      return date.atTime(from);
    }

    public LocalDateTime ends() {
      return (to.isAfter(from) ? date : date.plusDays(1)).atTime(to);
    }

    /// By the clock on the wall.
    public Duration length() {
      return Duration.between(begins(), ends());
    }
  }
}
