package dev.feierabend.core.forecasting;

/// How much of a week's pattern is believed: none of it, what all working days, Saturdays and
/// Sundays share, or what each hour of the week has of its own, too.
///
/// @see Shape
enum Blend {
  FLAT(0, 0),
  HALF_A_DAY(0.5, 0),
  DAY(1, 0),
  HALF_A_WEEK(1, 0.5),
  WEEK(1, 1);

  private static final Blend[] ALL = values();

  final double day;
  final double week;

  Blend(double day, double week) {
    this.day = day;
    this.week = week;
  }

  static Blend number(int ordinal) {
    return ALL[ordinal];
  }

  static int count() {
    return ALL.length;
  }
}
