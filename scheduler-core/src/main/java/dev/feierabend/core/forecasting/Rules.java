package dev.feierabend.core.forecasting;

import java.util.Arrays;

/// What the simple rules tell, knowing what the forecast knows.
final class Rules {
  private static final int WEEK = WeekHours.COUNT;

  private final double[] load;
  private final int[] lived;
  private final double level;
  private final double[] before;
  private final double[] highestFrom;
  private final double[] highestUntil;
  private final Highest seen;
  private final Highest rises;
  private int learned;

  /// What an origin has taught.
  ///
  /// @param flat the quantile of all hours before
  /// @param margin that of what they rose by within a week
  record Learned(double flat, double margin) {}

  Rules(double[] load, int[] lived, double level) {
    this.load = load;
    this.lived = lived;
    this.level = level;
    this.highestFrom = new double[load.length + 1];
    this.highestUntil = new double[load.length + 1];
    this.before = before(lived);
    seen = new Highest(level, load.length);
    rises = new Highest(level, load.length);
    blocks();
  }

  /// By hour, a week further than what is recorded.
  private double[] before(int[] lived) {
    var known = new double[load.length + WEEK];
    Arrays.fill(known, 0, WEEK, Double.NaN);
    for (int hour = WEEK; hour < known.length; hour++) {
      int then = Math.min(weekBefore(hour, lived), load.length - 1);
      known[hour] = Double.isNaN(load[then]) ? known[hour - WEEK] : load[then];
    }
    return known;
  }

  /// By the clocks, where they were changed in between.
  private static int weekBefore(int hour, int[] lived) {
    int then = hour - WEEK;
    if (lived[then + 1] == lived[hour]) {
      return then + 1;
    }
    return then > 0 && lived[then - 1] == lived[hour] ? then - 1 : then;
  }

  /// A week's highest is that of the end of one block of a week and of the beginning of the next
  /// (van Herk, Pattern Recognition Letters 13, 1992).
  private void blocks() {
    for (int hour = 0; hour < load.length; hour++) {
      double earlier = hour % WEEK == 0 ? 0 : highestUntil[hour];
      highestUntil[hour + 1] = Double.isNaN(load[hour]) ? earlier : Math.max(earlier, load[hour]);
    }
    for (int hour = load.length - 1; hour >= 0; hour--) {
      double after = (hour + 1) % WEEK == 0 ? 0 : highestFrom[hour + 1];
      highestFrom[hour] = Double.isNaN(load[hour]) ? after : Math.max(after, load[hour]);
    }
  }

  Learned learn(int origin) {
    for (; learned < origin; learned++) {
      double rise = load[learned] - lastWeek(learned, learned);
      if (!Double.isNaN(load[learned])) {
        seen.add(load[learned]);
      }
      if (!Double.isNaN(rise)) {
        rises.add(rise);
      }
    }
    return new Learned(seen.quantile(level), rises.quantile(level));
  }

  /// The same hour of the newest week before in which it is known; not a number where there is
  /// none. Of hours after the end, the newest week that is recorded.
  ///
  /// @param now the hours before it are known
  double lastWeek(int hour, int now) {
    int recorded = hour;
    while (recorded >= before.length) {
      recorded -= WEEK;
    }
    // A week after the clocks went forward, the same hour is not yet over a week ahead.
    boolean over = recorded < WEEK || weekBefore(recorded, lived) < now;
    return over ? before[recorded] : load[recorded - WEEK];
  }

  /// The highest of the week before `now`.
  double recentPeak(int now) {
    int from = Math.max(0, now - WEEK);
    return Math.max(highestFrom[from], now % WEEK == 0 ? 0 : highestUntil[now]);
  }
}
