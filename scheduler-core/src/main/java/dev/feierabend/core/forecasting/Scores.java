package dev.feierabend.core.forecasting;

import java.util.SortedMap;
import java.util.TreeMap;

/// Sums of a backtest while it runs.
final class Scores {
  private static final int FORECAST = Rule.count();

  private final double level;
  private final int[] hours = new int[Horizon.count()];
  private final int[] covered = new int[Horizon.count()];
  private final double[][] losses = new double[Horizon.count()][Rule.count() + 1];

  Scores(double level) {
    this.level = level;
  }

  void add(Horizon horizon, double seen, Told told, double lastWeek) {
    int place = horizon.place();
    double quantile = told.quantile();
    hours[place]++;
    covered[place] += seen <= quantile ? 1 : 0;
    losses[place][FORECAST] += Score.pinball(seen, quantile, level);
    losses[place][Rule.LAST_WEEK.place()] += Score.pinball(seen, lastWeek, level);
    add(place, Rule.LAST_WEEK_AND_MARGIN, seen, told.by(Voice.LAST_WEEK_AND_MARGIN));
    add(place, Rule.RECENT_PEAK, seen, told.by(Voice.RECENT_PEAK));
    add(place, Rule.FLAT_QUANTILE, seen, told.by(Voice.FLAT_QUANTILE));
  }

  private void add(int place, Rule rule, double seen, double told) {
    losses[place][rule.place()] += Score.pinball(seen, told, level);
  }

  Backtest told() {
    var scores = new TreeMap<Horizon, Score>();
    for (Horizon horizon : Horizon.values()) {
      int place = horizon.place();
      SortedMap<Rule, Double> rules = new TreeMap<>();
      for (Rule rule : Rule.values()) {
        rules.put(rule, losses[place][rule.place()]);
      }
      scores.put(horizon, new Score(hours[place], covered[place], losses[place][FORECAST], rules));
    }
    return new Backtest(level, scores);
  }
}
