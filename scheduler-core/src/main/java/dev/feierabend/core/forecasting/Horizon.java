package dev.feierabend.core.forecasting;

/// How far ahead is looked; each is backtested by itself.
public enum Horizon {
  HOUR(0, 1, 1),
  SIX_HOURS(1, 6, 3),
  DAY(2, 24, 24),
  WEEK(3, 168, 168);

  private static final int COUNT = values().length;

  private final int place;
  private final int hours;
  private final int memory;

  Horizon(int place, int hours, int memory) {
    this.place = place;
    this.hours = hours;
    this.memory = memory;
  }

  /// Its place in arrays, from the nearest on.
  int place() {
    return place;
  }

  public int hours() {
    return hours;
  }

  /// How many of the last hours tell how far the load is off its usual course: the further ahead,
  /// the more, as what is off by the hour is back by the evening.
  int memory() {
    return memory;
  }

  /// The nearest that reaches so far.
  static Horizon reaching(long hours) {
    for (Horizon horizon : values()) {
      if (hours <= horizon.hours) {
        return horizon;
      }
    }
    return WEEK;
  }

  static int count() {
    return COUNT;
  }
}
