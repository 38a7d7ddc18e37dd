package dev.feierabend.core.forecasting;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How one horizon was met. Losses are pinball losses in the load's unit: what an hour took beyond
/// what was told, times the level, or what it took less, times the rest (Koenker and Bassett,
/// Econometrica 46, 1978). The true quantile has the least.
///
/// @param hours how many were forecast and then seen
/// @param covered how many of them stayed at or below what was told
/// @param loss the forecast's, summed over the hours
/// @param losses those of the rules, over the same hours
public record Score(int hours, int covered, double loss, SortedMap<Rule, Double> losses) {
  public Score {
    losses = Collections.unmodifiableSortedMap(new TreeMap<>(losses));
  }

  /// The share of hours that stayed at or below what was told, 0 to 1.
  public double coverage() {
    return hours == 0 ? 0 : covered / (double) hours;
  }

  /// A rule's loss, summed over the hours; not a number where it wasn't tried.
  public double loss(Rule rule) {
    return losses.getOrDefault(rule, Double.NaN);
  }

  static double pinball(double seen, double told, double level) {
    return seen > told ? (seen - told) * level : (told - seen) * (1 - level);
  }
}
