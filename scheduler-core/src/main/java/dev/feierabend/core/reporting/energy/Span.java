package dev.feierabend.core.reporting.energy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A stretch of time that is told of.
///
/// @param until exclusive, not before `from`
public record Span(Instant from, Instant until) {
  private static final double SECONDS_AN_HOUR = 3600;

  public Span {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "Expected a period but found %s to %s".formatted(from, until));
    }
  }

  /// What of it lies in `other`.
  public Optional<Span> within(Span other) {
    return between(later(from, other.from), earlier(until, other.until));
  }

  /// Empty where there is nothing between the two.
  public static Optional<Span> between(Instant from, Instant until) {
    return from.isBefore(until) ? Optional.of(new Span(from, until)) : Optional.empty();
  }

  public double hours() {
    return Duration.between(from, until).toMillis() / 1000.0 / SECONDS_AN_HOUR;
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
