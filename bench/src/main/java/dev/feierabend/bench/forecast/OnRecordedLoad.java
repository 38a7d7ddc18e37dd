package dev.feierabend.bench.forecast;

import dev.feierabend.core.forecasting.Backtest;
import dev.feierabend.core.forecasting.Forecast;
import dev.feierabend.core.forecasting.Forecaster;
import dev.feierabend.core.forecasting.Horizon;
import dev.feierabend.core.forecasting.HourlyLoad;
import dev.feierabend.core.forecasting.Rule;
import dev.feierabend.core.forecasting.Score;
import dev.feierabend.core.forecasting.Verdict;
import dev.feierabend.core.forecasting.WeekHours;
import dev.feierabend.policies.calendar.LocalWeek;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Backtests a forecast of each recorded machine. Losses are told beside the rules' losses over the
/// same hours: summed over all machines, where the big ones count most, and as the machines' mean
/// ratio, where each counts alike.
///
/// @param zone whose week the machines live by
public record OnRecordedLoad(Path table, ZoneId zone, PrintWriter out) {
  public void compare() {
    var week = new LocalWeek(zone, Set.of());
    List<Forecast> forecasts =
        RecordedHours.of(table).values().stream().map(load -> forecast(load, week)).toList();
    List<Backtest> tested =
        forecasts.stream().flatMap(it -> backtest(it.verdict()).stream()).toList();
    out.printf("%d machines, %d of them tested%n", forecasts.size(), tested.size());
    out.printf("%-10s %7s %8s%s%n", "horizon", "hours", "covered", "   loss / that of …");
    for (Horizon horizon : Horizon.values()) {
      print(horizon, tested.stream().map(it -> it.scores().get(horizon)).toList());
    }
    for (Rule rule : Rule.values()) {
      long beaten = tested.stream().filter(it -> it.beats(rule)).count();
      out.printf("%-40s %3d of %d%n", "beats " + rule, beaten, tested.size());
    }
    verdicts(forecasts);
    out.flush();
  }

  private static Forecast forecast(HourlyLoad load, LocalWeek week) {
    var hours = WeekHours.between(load.from(), load.until().plus(Duration.ofDays(7)), week::hourOf);
    return Forecaster.of(load, hours);
  }

  private static Optional<Backtest> backtest(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Trusted(var backtest) -> Optional.of(backtest);
      case Verdict.NotBetter(var backtest, _) -> Optional.of(backtest);
      case Verdict.Borrowed _, Verdict.TooLittle _ -> Optional.empty();
    };
  }

  private void print(Horizon horizon, List<Score> scores) {
    double hours = sum(scores, Score::hours);
    double covered = sum(scores, Score::covered);
    double loss = sum(scores, Score::loss);
    out.printf(Locale.ROOT, "%-10s %7.0f %6.2f %%", horizon, hours, 100 * covered / hours);
    for (Rule rule : Rule.values()) {
      double all = sum(scores, score -> score.loss(rule));
      double ratio =
          scores.stream()
              .filter(score -> score.loss(rule) > 0)
              .mapToDouble(score -> score.loss() / score.loss(rule))
              .average()
              .orElse(0);
      out.printf(Locale.ROOT, "  %s %.2f (%.2f)", rule, loss / all, ratio);
    }
    out.println();
  }

  private static double sum(List<Score> scores, ToDoubleFunction<Score> figure) {
    return scores.stream().mapToDouble(figure).sum();
  }

  private void verdicts(List<Forecast> forecasts) {
    var counts = new TreeMap<String, Integer>();
    for (Forecast forecast : forecasts) {
      String verdict =
          switch (forecast.verdict()) {
            case Verdict.Trusted _ -> "trusted";
            case Verdict.NotBetter(_, var than) -> "not better than " + than;
            case Verdict.Borrowed _ -> "borrowed";
            case Verdict.TooLittle _ -> "too little recorded";
          };
      counts.merge(verdict, 1, Integer::sum);
      counts.merge("drift noticed", forecast.drift().noticed() ? 1 : 0, Integer::sum);
    }
    counts.forEach((verdict, count) -> out.printf("%-40s %3d%n", verdict, count));
  }
}
