package dev.feierabend.core.forecasting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What one forecast tells of the three days after it was made: all that planning asks of it, so
/// that nothing is forecast twice.
public final class Prospect {
  /// A plan looks no further ahead than a day, and yesterday's forecast counts until it is this
  /// one's turn.
  static final Duration REACH = Duration.ofDays(3);

  private final Verdict verdict;
  private final Drift drift;
  private final Instant recorded;
  private final Instant from;
  private final float[] cores;

  private Prospect(Forecast forecast, Instant recorded, Instant from, float[] cores) {
    this.verdict = forecast.verdict();
    this.drift = forecast.drift();
    this.recorded = recorded;
    this.from = from;
    this.cores = cores;
  }

  /// @param recorded up to when something was known of it
  /// @param from the first hour that is told
  static Prospect of(Forecast forecast, Instant recorded, Instant from) {
    var cores = new float[(int) REACH.toHours()];
    for (int hour = 0; hour < cores.length; hour++) {
      Instant start = from.plus(Duration.ofHours(hour));
      cores[hour] = forecast.at(start).orElse(Double.NaN).floatValue();
    }
    return new Prospect(forecast, recorded, from, cores);
  }

  /// Whether its forecast may be used, and why.
  public Verdict verdict() {
    return verdict;
  }

  /// What its last week was held against what was usual before.
  Drift drift() {
    return drift;
  }

  /// Whether another would be made of the same.
  boolean isOf(Instant day, Instant until) {
    return from.equals(day) && recorded.equals(until);
  }

  /// The highest quantile (cores) of the hours in [`start`, `until`), the one that `start` lies in
  /// included; empty where one of them isn't told.
  public Optional<Double> highest(Instant start, Instant until) {
    long first = HourlyLoad.number(start) - HourlyLoad.number(from);
    long last = HourlyLoad.number(until.minusNanos(1)) - HourlyLoad.number(from);
    if (first < 0 || last >= cores.length || first > last) {
      return Optional.empty();
    }
    double highest = 0;
    for (int hour = (int) first; hour <= last; hour++) {
      // Not a number where one of them is none.
      highest = Math.max(highest, cores[hour]);
    }
    return Double.isNaN(highest) ? Optional.empty() : Optional.of(highest);
  }
}
