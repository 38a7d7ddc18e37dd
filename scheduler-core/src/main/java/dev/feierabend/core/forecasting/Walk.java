package dev.feierabend.core.forecasting;

import org.jspecify.annotations.Nullable;

/// Walks through a recording: at the end of each week it learns from all before, each day it weighs
/// who did well so far, and each hour is told from what was known a horizon earlier and then held
/// against it (prequential; Dawid, Journal of the Royal Statistical Society A 147, 1984). So
/// nothing is tested on what it was learned from.
final class Walk implements Outlook {
  private static final int WEEK = WeekHours.COUNT;
  private static final int DAY = 24;
  private static final Horizon[] HORIZONS = Horizon.values();

  private final double[] seen;
  private final double[] levelled;
  private final int[] lived;
  private final Tally tally;
  private final Council council;
  private final Scores scores;
  private final Rules rules;
  private Drift drift = Drift.NONE;
  private @Nullable Origin older;
  private Origin newest;

  /// @param load at least a week
  private Walk(double[] load, int[] lived, double level) {
    this.seen = load;
    this.levelled = load.clone();
    this.lived = lived;
    this.tally = new Tally(level, load.length);
    this.scores = new Scores(level);
    this.rules = new Rules(load, lived, level);
    // Weeks are counted from the end, so that the last origin is the end.
    int begin = WEEK + load.length % WEEK;
    this.council = new Council(level, begin / DAY);
    this.newest = begun(begin);
  }

  static Walk through(double[] load, int[] lived, double level) {
    var walk = new Walk(load, lived, level);
    for (int hour = walk.newest.stage().origin(); hour < load.length; hour++) {
      walk.reach(hour);
      if (!Double.isNaN(load[hour])) {
        walk.hold(hour);
      }
    }
    walk.reach(load.length);
    return walk;
  }

  Backtest backtest() {
    return scores.told();
  }

  @Override
  public Drift drift() {
    return drift;
  }

  @Override
  public double at(int hour, int slot) {
    int now = seen.length;
    Horizon horizon = Horizon.reaching(hour - now + 1);
    Stage stage = newest.stage();
    double expected = stage.expected(slot, horizon, stage.lately(horizon, now));
    double lastWeek = rules.lastWeek(hour, now);
    double[] voices = newest.voices(slot, stage.told(horizon, expected), lastWeek, now);
    return new Told(voices, council.weighed()[horizon.place()], tally.usual()).quantile();
  }

  private Origin begun(int now) {
    var shape = new Shape(levelled, lived, now);
    for (int hour = 0; hour < now; hour++) {
      if (!Double.isNaN(levelled[hour])) {
        tally.strayed(lived[hour], levelled[hour] - shape.at(lived[hour], Blend.DAY));
      }
    }
    return origin(now, shape);
  }

  private Origin origin(int now, Shape shape) {
    double[] course = shape.course(tally.blend());
    var stage = new Stage(now, course, tally.spread(), tally).along(levelled, lived);
    return new Origin(stage, shape, rules, rules.learn(now));
  }

  private void reach(int now) {
    if (now == newest.stage().origin() + WEEK) {
      drift = Drift.before(now, levelled, lived, newest.stage());
      drift.correct(levelled, now - WEEK);
      older = newest;
      newest = origin(now, new Shape(levelled, lived, now));
    }
    council.takeDown(now / DAY);
  }

  private void hold(int hour) {
    Stage stage = newest.stage();
    tally.blends(newest.shape(), lived[hour], seen[hour]);
    tally.strayed(lived[hour], seen[hour] - stage.course(lived[hour]));
    for (Horizon horizon : HORIZONS) {
      int now = hour - horizon.hours() + 1;
      Origin origin = now >= stage.origin() ? newest : older;
      if (origin != null) {
        hold(hour, horizon, now, origin);
      }
    }
  }

  private void hold(int hour, Horizon horizon, int now, Origin origin) {
    Stage stage = origin.stage();
    int slot = lived[hour];
    double lately = stage.lately(horizon, now);
    double expected = stage.expected(slot, horizon, lately);
    tally.carried(horizon, stage.course(slot), lately, seen[hour]);
    tally.error(horizon, seen[hour] - expected);
    double course = stage.told(horizon, expected);
    double lastWeek = rules.lastWeek(hour, now);
    if (!Double.isNaN(course) && !Double.isNaN(lastWeek)) {
      double[] voices = origin.voices(slot, course, lastWeek, now);
      var told = new Told(voices, council.on(now / DAY, horizon), tally.usual());
      scores.add(horizon, seen[hour], told, lastWeek);
      council.learn(horizon, seen[hour], told);
    }
  }
}
