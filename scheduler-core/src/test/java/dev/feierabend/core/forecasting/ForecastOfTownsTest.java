package dev.feierabend.core.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.forecasting.Verdict.NotBetter;
import dev.feierabend.core.forecasting.Verdict.Trusted;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Backtests over generated towns of eight weeks.
final class ForecastOfTownsTest {
  private static final long SEED = 20260302;
  private static final int TOWNS = 100;
  private static final int WEEKS = 8;

  @Test
  void aTownWithAPatternIsToldBetterThanByAnyRuleAtEveryHorizon() {
    List<Verdict> verdicts = verdicts(random -> GeneratedTown.of(WEEKS, random));

    better(verdicts);
    covered(verdicts);
    assertThat(verdicts).filteredOn(Trusted.class::isInstance).hasSizeGreaterThan(95);
  }

  @Test
  void gapsAnOutageAndOutliersChangeNothingOfThat() {
    List<Verdict> verdicts =
        verdicts(random -> GeneratedTown.of(WEEKS, random).badlyRecorded(random));

    better(verdicts);
    covered(verdicts);
  }

  @Test
  void norDoesALevelThatMovesOnTheWay() {
    List<Verdict> verdicts =
        verdicts(random ->
            GeneratedTown.of(WEEKS, random)
                .drifting(
                    WeekHours.COUNT * 4 + random.nextInt(WeekHours.COUNT),
                    0.6 + random.nextDouble()));

    better(verdicts);
    covered(verdicts);
  }

  @Test
  void noiseIsToldNoBetterThanByOneFigureForAllHours() {
    List<Verdict> verdicts = verdicts(random -> GeneratedTown.noise(WEEKS, random));

    assertThat(verdicts)
        .allSatisfy(verdict ->
            assertThat(verdict)
                .isInstanceOfSatisfying(
                    NotBetter.class, it -> assertThat(it.than()).isEqualTo(Rule.FLAT_QUANTILE)));
    covered(verdicts);
  }

  @Test
  void whereEveryWeekIsTheSameLastWeekIsUsed() {
    assertThat(verdicts(random -> GeneratedTown.clockwork(WEEKS, random)))
        .allSatisfy(verdict ->
            assertThat(verdict)
                .isInstanceOfSatisfying(
                    NotBetter.class, it -> assertThat(it.than()).isEqualTo(Rule.LAST_WEEK)));
  }

  private static void better(List<Verdict> verdicts) {
    for (Horizon horizon : Horizon.values()) {
      List<Score> scores = scores(verdicts, horizon);
      double loss = scores.stream().mapToDouble(Score::loss).sum();
      for (Rule rule : Rule.values()) {
        double other = scores.stream().mapToDouble(score -> score.loss(rule)).sum();
        assertThat(loss).as("%s, %s", horizon, rule).isLessThan(0.95 * other);
      }
    }
  }

  private static void covered(List<Verdict> verdicts) {
    for (Horizon horizon : Horizon.values()) {
      List<Score> scores = scores(verdicts, horizon);
      double covered = scores.stream().mapToInt(Score::covered).sum();
      assertThat(covered / scores.stream().mapToInt(Score::hours).sum())
          .as("%s", horizon)
          .isBetween(0.92, 0.98);
    }
  }

  private static List<Score> scores(List<Verdict> verdicts, Horizon horizon) {
    return verdicts.stream().map(it -> backtest(it).scores().get(horizon)).toList();
  }

  private static Backtest backtest(Verdict verdict) {
    return switch (verdict) {
      case Trusted(var backtest) -> backtest;
      case NotBetter(var backtest, _) -> backtest;
      case Verdict.Borrowed _, Verdict.TooLittle _ ->
          throw new AssertionError("Expected a backtest of " + verdict);
    };
  }

  private static List<Verdict> verdicts(Function<Random, GeneratedTown> town) {
    var random = new Random(SEED);
    return IntStream.range(0, TOWNS)
        .mapToObj(_ -> town.apply(random).forecast().verdict())
        .toList();
  }
}
