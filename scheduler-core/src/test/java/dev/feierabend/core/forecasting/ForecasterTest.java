package dev.feierabend.core.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.forecasting.Verdict.Borrowed;
import dev.feierabend.core.forecasting.Verdict.TooLittle;
import dev.feierabend.core.forecasting.Verdict.Trusted;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ForecasterTest {
  private static final long SEED = 20260406;
  private static final int WEEK = 168;
  private static final WeekHours HOURS =
      WeekHours.between(
          GeneratedTown.FIRST, GeneratedTown.at(20 * WEEK), GeneratedTown.WEEK::hourOf);

  private final Random random = new Random(SEED);
  private final GeneratedTown town = GeneratedTown.of(10, random);

  @Test
  void aHolidayIsToldLikeASunday() {
    // Ends on Sunday, 10 May; the Thursday after it is Ascension Day.
    Forecast forecast = town.forecast();

    double ascension = told(forecast, "2026-05-14T08:00:00Z");
    double wednesday = told(forecast, "2026-05-13T08:00:00Z");
    double sunday = told(forecast, "2026-05-17T08:00:00Z");
    assertThat(ascension).isLessThan(0.8 * wednesday).isCloseTo(sunday, within(0.3 * sunday));
  }

  @Test
  void whatIsToldOfAnHourIsNotLearnedFromIt() {
    double[] once = town.peaks();
    double[] twice = once.clone();
    int last = once.length - 1;
    once[last] = 1_000;
    twice[last] = 3_000;

    Backtest first = backtest(new GeneratedTown(once));
    Backtest second = backtest(new GeneratedTown(twice));

    for (Horizon horizon : Horizon.values()) {
      double more = second.scores().get(horizon).loss() - first.scores().get(horizon).loss();
      assertThat(more).as("%s", horizon).isCloseTo(2_000 * 0.95, within(1e-6));
    }
  }

  @Test
  void aLevelThatRoseIsNoticedAndFollowed() {
    GeneratedTown grown = town.drifting(9 * WEEK, 1.8);
    Forecast forecast = grown.forecast();

    assertThat(forecast.drift().noticed()).isTrue();
    assertThat(forecast.drift().shift()).isPositive();
    assertThat(told(forecast, "2026-05-12T08:00:00Z"))
        .isGreaterThan(1.4 * told(town.forecast(), "2026-05-12T08:00:00Z"));
  }

  @Test
  void anOddDayAndAnOutageAreNoDrift() {
    assertThat(town.forecast().drift().noticed()).isFalse();
    assertThat(town.drifting(10 * WEEK - 30, 2).forecast().drift().noticed()).isFalse();
    assertThat(town.drifting(10 * WEEK - 30, Double.NaN).forecast().drift().noticed()).isFalse();
  }

  @Test
  void aMonthOfGapsIsNoPast() {
    assertThat(town.drifting(2 * WEEK, Double.NaN).forecast().verdict())
        .isEqualTo(new TooLittle(2 * WEEK, 3 * WEEK));
    assertThat(town.drifting(0, Double.NaN).forecast().at(GeneratedTown.at(10 * WEEK))).isEmpty();
    assertThat(town.first(0).forecast().verdict()).isEqualTo(new TooLittle(0, 3 * WEEK));
  }

  @Test
  void aNewcomerBorrowsTheWeekOfSimilarOnes() {
    double[] seen = GeneratedTown.of(10, random).peaks();
    int shown = 7 * WEEK + 3 * 24;
    var newcomer = HourlyLoad.of(GeneratedTown.at(7 * WEEK), slice(seen, 7 * WEEK, shown));

    Forecast forecast = Forecaster.of(newcomer, similar(20), HOURS, 0.95);

    assertThat(forecast.verdict())
        .isInstanceOfSatisfying(
            Borrowed.class,
            it -> {
              assertThat(it.known()).isEqualTo(3 * 24);
              assertThat(it.similar()).isEqualTo(20);
              assertThat(it.replayed().coverage()).isBetween(0.94, 0.96);
            });
    long covered =
        IntStream.range(shown, shown + WEEK)
            .filter(hour -> seen[hour] <= forecast.at(GeneratedTown.at(hour)).orElseThrow())
            .count();
    assertThat(covered).isGreaterThan(WEEK * 8 / 10);
  }

  @Test
  void whoHasShownNoDayOrHasNobodySimilarBorrowsNothing() {
    var hours = HourlyLoad.of(GeneratedTown.FIRST, slice(town.peaks(), 0, 20));
    var day = HourlyLoad.of(GeneratedTown.FIRST, slice(town.peaks(), 0, 40));

    assertThat(Forecaster.of(hours, similar(5), HOURS, 0.95).verdict())
        .isEqualTo(new TooLittle(20, 3 * WEEK));
    assertThat(Forecaster.of(day, similar(2), HOURS, 0.95).verdict())
        .isEqualTo(new TooLittle(40, 3 * WEEK));
  }

  @Test
  void theHighestOfANightIsTheHighestOfItsHours() {
    Forecast forecast = town.forecast();
    Instant evening = Instant.parse("2026-05-11T18:00:00Z");
    double highest =
        IntStream.range(0, 12)
            .mapToDouble(hour -> forecast.at(evening.plus(Duration.ofHours(hour))).orElseThrow())
            .max()
            .orElseThrow();

    assertThat(forecast.highest(evening, evening.plus(Duration.ofHours(12)))).contains(highest);
  }

  @Test
  void whatIsOverIsNotForecast() {
    assertThatThrownBy(() -> town.forecast().at(GeneratedTown.at(10 * WEEK - 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected an hour from 2026-05-11T00:00:00Z on but found 2026-05-10T23:00:00Z");
  }

  @Test
  void negativeAndInfiniteLoadIsAGap() {
    double[] peaks = {1, -1, Double.NaN, Double.POSITIVE_INFINITY, 0};

    assertThat(HourlyLoad.of(GeneratedTown.FIRST, peaks).known()).isEqualTo(2);
  }

  @Test
  void aVerdictIsASentenceInTwoLanguages() {
    var backtest = backtest(town);
    var english = new VerdictText(Locale.ENGLISH);
    var german = new VerdictText(Locale.GERMAN);

    assertThat(english.of(new Trusted(backtest)))
        .startsWith("The forecast is used: in its backtest 9");
    assertThat(german.of(new Verdict.NotBetter(backtest, Rule.LAST_WEEK)))
        .endsWith(
            "Stunden war sie nicht besser als dieselbe Stunde der Vorwoche."
                + " Stattdessen gilt der Höchstwert der letzten sieben Tage und ein Fünftel mehr.");
    assertThat(english.of(new TooLittle(40, 504)))
        .isEqualTo(
            "The forecast is not used: 40 hours are recorded well enough to test it, 504 are needed."
                + " The highest of the last seven days and a fifth more is used instead.");
    assertThat(german.of(new Borrowed(72, 20, backtest.scores().get(Horizon.DAY))))
        .startsWith("Erst 72 Stunden sind aufgezeichnet: Es gilt die gemeinsame Woche von 20");
  }

  private List<HourlyLoad> similar(int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> GeneratedTown.of(8, random))
        .map(it -> HourlyLoad.of(GeneratedTown.FIRST, it.peaks()))
        .toList();
  }

  private static double[] slice(double[] load, int from, int until) {
    return Arrays.copyOfRange(load, from, until);
  }

  private static Backtest backtest(GeneratedTown town) {
    return switch (town.forecast().verdict()) {
      case Trusted(var backtest) -> backtest;
      case Verdict.NotBetter(var backtest, _) -> backtest;
      case Borrowed _, TooLittle _ -> throw new AssertionError("Expected a backtest of " + town);
    };
  }

  private static double told(Forecast forecast, String hour) {
    return forecast.at(Instant.parse(hour)).orElseThrow();
  }
}
