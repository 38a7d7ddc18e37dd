package dev.feierabend.core.forecasting.proposals;

import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.reporting.energy.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What replayed weeks say of a month. Its uncertainty has three parts, which know nothing of each
/// other: the share of the hosts lies somewhere between its bounds (GUM 4.3.7), curves are wrong,
/// and a month differs from other months as weeks do from weeks (prediction of a mean: the weeks'
/// variance over those seen and over those to come).
final class Saving {
  private Saving() {}

  static SavingForecast of(Replay replay, Park park, PoolRecord record) {
    double[] weeks = replay.savedKwh(park);
    double ofAll = Arrays.stream(weeks).average().orElse(0) * Weeks.A_MONTH;
    double share = (park.least() + park.most()) / 2;
    double bounds = (park.most() - park.least()) * Method.BETWEEN_BOUNDS * ofAll;
    double curves = park.curves(Method.TODAY.curve()) * ofAll * share;
    double spread =
        deviation(weeks) * Weeks.A_MONTH * share * Math.sqrt(1.0 / Weeks.COUNT + 1 / Weeks.A_MONTH);
    return new SavingForecast(
        ofAll * share,
        Math.hypot(Math.hypot(bounds, curves), spread),
        replay.asleepHoursAWeek(),
        (int) Math.round(record.knownHours()),
        replay.risk());
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /// Of several pools, one at least: their savings add up, as do their early wakes.
  static SavingForecast together(List<SavingForecast> pools) {
    return new SavingForecast(
        sum(pools, SavingForecast::kilowattHoursAMonth),
        pools.stream().mapToDouble(SavingForecast::uncertainty).reduce(0, Math::hypot),
        sum(pools, SavingForecast::asleepHoursAWeek) / pools.size(),
        pools.stream().mapToInt(SavingForecast::recordedHours).min().orElse(0),
        new Risk(
            pools.stream().mapToInt(one -> one.risk().nights()).max().orElse(0),
            pools.stream().mapToInt(one -> one.risk().earlyWakes()).sum(),
            pools.stream().mapToLong(one -> one.risk().minutes()).sum()));
  }

  private static double sum(List<SavingForecast> pools, ToDoubleFunction<SavingForecast> figure) {
    return pools.stream().mapToDouble(figure).sum();
  }
}
