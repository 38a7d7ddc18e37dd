package dev.feierabend.core.forecasting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Hosts with a past, replayed as if they were new: a week is told from a few hours before it and
/// from a course that isn't theirs.
final class Replays {
  private static final int WEEK = WeekHours.COUNT;

  private final int shown;
  private final double level;
  private final Sample ratios = new Sample();
  private final List<Replay> all = new ArrayList<>();

  /// An hour, what the shared course expected of it, and what the shown hours alone would tell.
  private record Replay(double seen, double expected, double highest) {}

  /// @param shown the newcomer's hours
  Replays(int shown, double level) {
    this.shown = shown;
    this.level = level;
  }

  void replay(double[] load, int[] lived, double[] course) {
    for (int begin = 0; begin + shown + WEEK <= load.length; begin += WEEK) {
      int now = begin + shown;
      double own = Similar.level(load, lived, begin, now, course);
      double highest = highest(load, begin, now);
      for (int hour = now; hour < now + WEEK && own > 0; hour++) {
        if (!Double.isNaN(load[hour])) {
          double expected = own * course[lived[hour]];
          ratios.add(load[hour] / expected);
          all.add(new Replay(load[hour], expected, highest));
        }
      }
    }
  }

  private static double highest(double[] load, int from, int until) {
    double highest = 0;
    for (int hour = from; hour < until; hour++) {
      highest = load[hour] > highest ? load[hour] : highest;
    }
    return highest;
  }

  /// So many times what is expected covers the level's share of hours.
  double factor() {
    return ratios.quantile(level);
  }

  /// Held against the highest hour that was shown, the only rule that knows as little.
  Score score() {
    double factor = factor();
    int covered = 0;
    double loss = 0;
    double other = 0;
    for (Replay replay : all) {
      double told = factor * replay.expected();
      covered += replay.seen() <= told ? 1 : 0;
      loss += Score.pinball(replay.seen(), told, level);
      other += Score.pinball(replay.seen(), replay.highest(), level);
    }
    var rules = new TreeMap<Rule, Double>();
    rules.put(Rule.RECENT_PEAK, other);
    return new Score(all.size(), covered, loss, rules);
  }
}
