package dev.feierabend.core.forecasting;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the forecast would have told in the past, knowing only what was known then (rolling origin;
/// Tashman, International Journal of Forecasting 16, 2000), held against what came.
///
/// @param level the quantile that was told: 0.95 means that 95 of 100 hours were to stay below
public record Backtest(double level, SortedMap<Horizon, Score> scores) {
  /// What is not better by this share may be so by chance.
  private static final double WORTH = 0.02;

  public Backtest {
    scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
  }

  /// How many hours were tested where fewest were.
  public int hours() {
    return scores.values().stream().mapToInt(Score::hours).min().orElse(0);
  }

  /// The share of tested hours that stayed at or below what was told, all horizons together.
  public double coverage() {
    double hours = scores.values().stream().mapToInt(Score::hours).sum();
    double covered = scores.values().stream().mapToInt(Score::covered).sum();
    return hours == 0 ? 0 : covered / hours;
  }

  /// A mean hour's loss, the horizons counting alike.
  public double loss() {
    return scores.values().stream().mapToDouble(it -> it.loss() / it.hours()).average().orElse(0);
  }

  /// That of a rule.
  public double loss(Rule rule) {
    return scores.values().stream()
        .mapToDouble(it -> it.loss(rule) / it.hours())
        .average()
        .orElse(0);
  }

  /// Whether the forecast has less loss than a rule, by more than may be chance.
  public boolean beats(Rule rule) {
    return loss() < (1 - WORTH) * loss(rule);
  }
}
