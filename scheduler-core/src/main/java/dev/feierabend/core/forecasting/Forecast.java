package dev.feierabend.core.forecasting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a host or a pool will take in the hours to come, as the quantile that its backtest is
/// about. It tells what it thinks whatever the verdict is; whoever uses it asks for that first.
public final class Forecast {
  private static final Duration HOUR = Duration.ofHours(1);

  private final HourlyLoad load;
  private final WeekHours week;
  private final Optional<Outlook> outlook;
  private final Verdict verdict;

  Forecast(HourlyLoad load, WeekHours week, Optional<Outlook> outlook, Verdict verdict) {
    this.load = load;
    this.week = week;
    this.outlook = outlook;
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }

  /// The last week held against what was usual before.
  public Drift drift() {
    return outlook.map(Outlook::drift).orElse(Drift.NONE);
  }

  /// What the hour stays at or below with the level's probability, in the load's unit; empty where
  /// too little is recorded to tell.
  ///
  /// @param hour its start, at the end of the recording or later
  public Optional<Double> at(Instant hour) {
    long number = HourlyLoad.number(hour);
    int place = Math.toIntExact(number - load.first());
    if (place < load.hours()) {
      throw new IllegalArgumentException(
          "Expected an hour from %s on but found %s".formatted(load.until(), hour));
    }
    return outlook
        .map(it -> it.at(place, week.at(number)))
        .filter(quantile -> !Double.isNaN(quantile));
  }

  /// The highest of the hours' quantiles. The level holds for each hour by itself: that none of
  /// many is exceeded is less probable.
  public Optional<Double> highest(Instant from, Instant until) {
    Optional<Double> highest = Optional.empty();
    for (Instant hour = from; hour.isBefore(until); hour = hour.plus(HOUR)) {
      Optional<Double> next = at(hour);
      if (next.isEmpty()) {
        return next;
      }
      highest = highest.map(known -> Math.max(known, next.get())).or(() -> next);
    }
    return highest;
  }
}
