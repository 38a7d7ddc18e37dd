package dev.feierabend.core.forecasting.proposals;

import java.time.Duration;

/// How far back is looked.
final class Weeks {
  /// Fewer can't tell what comes every week from what came once.
  static final int COUNT = 4;

  static final Duration WEEK = Duration.ofDays(7);
  static final Duration LENGTH = WEEK.multipliedBy(COUNT);
  static final int HOURS = 7 * 24;

  /// In how many of them something else may have happened: one in four is an exception, two are a
  /// habit.
  static final int EXCEPTIONS = COUNT / 4;

  /// Weeks of a month.
  static final double A_MONTH = 365.25 / 12 / 7;

  private static final double SECONDS_AN_HOUR = 3600;

  private Weeks() {}

  static double hours(Duration length) {
    return length.toSeconds() / SECONDS_AN_HOUR;
  }
}
