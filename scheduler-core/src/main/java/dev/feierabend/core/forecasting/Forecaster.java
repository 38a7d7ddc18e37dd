package dev.feierabend.core.forecasting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes forecasts, and tests each on its own past before anybody trusts it.
public final class Forecaster {
  /// The quantile that is told unless another is asked for.
  public static final double LEVEL = 0.95;

  private static final int WEEK = WeekHours.COUNT;

  /// Weeks further back tell no more of the next.
  private static final int NEWEST = 12 * WEEK;

  /// A week to learn from, one to calibrate on, one to test.
  static final int NEEDED = 3 * WEEK;

  private static final int TESTED = WEEK / 2;

  private Forecaster() {}

  public static Forecast of(HourlyLoad load, WeekHours week) {
    return of(load, List.of(), week, LEVEL);
  }

  /// @param similar what hosts of similar pools took, for one that has no past of its own yet
  /// @param week reaches as far ahead as will be asked for
  /// @param level the quantile that is told and tested, above 0 and below 1
  public static Forecast of(
      HourlyLoad recorded, List<HourlyLoad> similar, WeekHours week, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("Expected a level between 0 and 1 but found " + level);
    }
    HourlyLoad load = recorded.newest(NEWEST);
    if (load.known() < NEEDED) {
      return borrowed(load, similar, week, level);
    }
    var walk = Walk.through(load.peaks(), week.of(load), level);
    return new Forecast(load, week, Optional.of(walk), verdict(walk.backtest()));
  }

  private static Forecast borrowed(
      HourlyLoad load, List<HourlyLoad> similar, WeekHours week, double level) {
    Optional<Similar> shared = Similar.of(load, similar, week, level);
    Verdict verdict =
        shared
            .filter(it -> it.replayed().loss() < it.replayed().loss(Rule.RECENT_PEAK))
            .<Verdict>map(it -> new Verdict.Borrowed(load.known(), it.count(), it.replayed()))
            .orElseGet(() -> tooLittle(load));
    return new Forecast(load, week, shared.map(it -> it), verdict);
  }

  private static Verdict verdict(Backtest backtest) {
    if (backtest.hours() < TESTED) {
      return new Verdict.TooLittle(backtest.hours(), TESTED);
    }
    return Arrays.stream(Rule.values())
        .filter(rule -> !backtest.beats(rule))
        .min(Comparator.comparingDouble(backtest::loss))
        .<Verdict>map(rule -> new Verdict.NotBetter(backtest, rule))
        .orElseGet(() -> new Verdict.Trusted(backtest));
  }

  private static Verdict tooLittle(HourlyLoad load) {
    return new Verdict.TooLittle(load.known(), NEEDED);
  }
}
