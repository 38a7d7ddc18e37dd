package dev.feierabend.core.forecasting;

/// The usual course of a week as it was known at one origin, and how far hours stray from it.
final class Stage {
  /// A deviation counts up to so many spreads: beyond it is an outlier, not a level.
  private static final double OUTLIER = 4;

  private static final int WEEK = WeekHours.COUNT;

  private final int origin;
  private final double[] course;
  private final double[] spread;
  private final double[] carried;
  private final double[] margins;
  private final double[] off = new double[2 * WEEK + 1];
  private final int[] known = new int[2 * WEEK + 1];

  /// @param course by hour of the week
  /// @param spread by hour of the week
  Stage(int origin, double[] course, double[] spread, Tally tally) {
    this.origin = origin;
    this.course = course;
    this.spread = spread;
    this.carried = tally.carried();
    this.margins = tally.margins();
  }

  /// Sums up how far the load is off, from a week before the origin to a week after it. Sums are
  /// asked for hour by hour, so nothing is told from hours that come later.
  Stage along(double[] load, int[] lived) {
    int begin = origin - WEEK;
    int end = Math.min(load.length, origin + WEEK);
    for (int hour = begin; hour < end; hour++) {
      int place = hour - begin;
      double most = OUTLIER * spread[lived[hour]];
      double deviation = load[hour] - course[lived[hour]];
      boolean gap = Double.isNaN(deviation);
      off[place + 1] = off[place] + (gap ? 0 : Math.clamp(deviation, -most, most));
      known[place + 1] = known[place] + (gap ? 0 : 1);
    }
    return this;
  }

  int origin() {
    return origin;
  }

  double course(int slot) {
    return course[slot];
  }

  double spread(int slot) {
    return spread[slot];
  }

  /// How far the last hours before `now` were off, on average.
  double lately(Horizon horizon, int now) {
    int end = now - origin + WEEK;
    int begin = Math.max(0, end - horizon.memory());
    int count = known[end] - known[begin];
    return count == 0 ? 0 : (off[end] - off[begin]) / count;
  }

  /// The usual course, and of what the load was off lately as much as goes on so far ahead.
  double expected(int slot, Horizon horizon, double lately) {
    return Math.max(0, course[slot] + carried[horizon.place()] * lately);
  }

  /// What is exceeded as often as the level allows; not a number where too few errors are known.
  double told(Horizon horizon, double expected) {
    return Math.max(0, expected + margins[horizon.place()]);
  }
}
