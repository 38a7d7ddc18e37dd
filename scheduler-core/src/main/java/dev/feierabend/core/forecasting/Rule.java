package dev.feierabend.core.forecasting;

/// What a forecast has to beat, and what is used where it doesn't.
public enum Rule {
  /// The same hour last week, as it was.
  LAST_WEEK(0),
  /// The same hour last week and what it was exceeded by before, at the level that is asked for.
  LAST_WEEK_AND_MARGIN(1),
  /// The highest of the last seven days.
  RECENT_PEAK(2),
  /// What was exceeded no more often than the level allows, whatever the hour.
  FLAT_QUANTILE(3);

  private static final int COUNT = values().length;

  private final int place;

  Rule(int place) {
    this.place = place;
  }

  /// Its place in arrays.
  int place() {
    return place;
  }

  static int count() {
    return COUNT;
  }
}
