package dev.feierabend.core.forecasting;

/// Who has a say in a forecast.
///
/// @see Mixture
enum Voice {
  COURSE(0),
  HIGHEST_AT_THAT_HOUR(1),
  LAST_WEEK_AND_MARGIN(2),
  RECENT_PEAK(3),
  FLAT_QUANTILE(4);

  private static final int COUNT = values().length;

  private final int place;

  Voice(int place) {
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
