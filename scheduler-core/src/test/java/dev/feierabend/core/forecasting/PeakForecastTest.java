package dev.feierabend.core.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.forecasting.Need.Source;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.MeasuredLoad;
import dev.feierabend.policies.terms.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a plan reckons with, and by what.
class PeakForecastTest {
  private static final int WEEK = 168;
  private static final int TODAY = 10 * WEEK;
  private static final Instant MIDNIGHT = GeneratedTown.at(TODAY);
  private static final Instant EVENING = MIDNIGHT.plus(Duration.ofHours(19));
  private static final Instant MORNING = MIDNIGHT.plus(Duration.ofHours(28));
  private static final Consumer MAIL = RecordedTown.consumer("mail");

  private final Random random = new Random(20261128);

  @Test
  void aTrustedForecastTellsTheNightAndTheRecordedPeakTheWholeWeek() {
    GeneratedTown town = GeneratedTown.of(11, random);
    var forecast = forecast(town, MeasuredLoad.NONE);

    Need need = forecast.need(MAIL, EVENING, MORNING);

    assertThat(need.source()).isEqualTo(Source.FORECAST);
    assertThat(need.verdict().orElseThrow()).isInstanceOf(Verdict.Trusted.class);
    double recorded = highest(town, TODAY - 7 * 24, TODAY + 19);
    double came = highest(town, TODAY + 19, TODAY + 28);
    assertThat(need.cores().orElseThrow()).isLessThan(recorded).isGreaterThan(0.8 * came);
    assertThat(new VerdictText(Locale.ENGLISH).of(need)).startsWith("The forecast is used");
  }

  @Test
  void whatIsNoBetterThanARuleIsPlannedAsBeforeAndSaysSo() {
    GeneratedTown noise = GeneratedTown.noise(11, random);

    Need need = forecast(noise, MeasuredLoad.NONE).need(MAIL, EVENING, MORNING);

    assertThat(need.source()).isEqualTo(Source.RECORDED);
    assertThat(need.cores().orElseThrow())
        .isCloseTo(1.2 * highest(noise, TODAY + 19 - 7 * 24 - 19, TODAY + 19), within(1e-9));
    assertThat(new VerdictText(Locale.ENGLISH).of(need))
        .startsWith("The forecast is not used: in ")
        .contains(" it was not better than ")
        .endsWith("The highest of the last seven days and a fifth more is used instead.");
    assertThat(new VerdictText(Locale.GERMAN).of(need))
        .startsWith("Die Prognose wird nicht verwendet: In ");
  }

  @Test
  void loadThatRisesIsNotForecastAway() {
    GeneratedTown town = GeneratedTown.of(11, random);
    double high = 10 * highest(town, 0, TODAY);
    MeasuredLoad rising =
        _ -> List.of(new MeasuredLoad.Reading(EVENING.minus(Duration.ofMinutes(5)), EVENING, high));

    assertThat(forecast(town, rising).need(MAIL, EVENING, MORNING).cores()).contains(high);
    assertThat(
            forecast(town, rising).need(MAIL, EVENING.plus(Duration.ofHours(2)), MORNING).cores())
        .hasValueSatisfying(cores -> assertThat(cores).isLessThan(high / 5));
  }

  @Test
  void withoutAForecastThatTellsThoseHoursTheRecordedPeakCounts() {
    GeneratedTown town = GeneratedTown.of(11, random);
    var pool = new RecordedTown(Map.of("mail", town)).record(0, TODAY + 19);
    var none = new PeakForecast(pool.recorded, new Prospects(pool.hourly), MeasuredLoad.NONE, 0.8);
    Need without = none.need(MAIL, EVENING, MORNING);
    Need beyond =
        forecast(town, MeasuredLoad.NONE)
            .need(MAIL, EVENING, MIDNIGHT.plus(Prospect.REACH).plusSeconds(1));

    assertThat(without.source()).isEqualTo(Source.RECORDED);
    assertThat(new VerdictText(Locale.ENGLISH).of(without)).endsWith("there is no forecast yet.");
    assertThat(beyond.source()).isEqualTo(Source.RECORDED);
    assertThat(beyond.cores()).isEqualTo(without.cores());
    assertThat(new VerdictText(Locale.GERMAN).of(beyond))
        .endsWith("sagt über diese Stunden nichts.");
  }

  @Test
  void whereTooLittleOfThePoolWasSeenItNeedsWhatItAsksForWhateverWasForecast() {
    GeneratedTown town = GeneratedTown.of(11, random);
    GeneratedTown gone = town.drifting(TODAY - 5 * 24, Double.NaN);
    var forecast = forecast(gone, MeasuredLoad.NONE);

    assertThat(forecast.need(MAIL, EVENING, MORNING).source()).isEqualTo(Source.SIZE);
    assertThat(forecast.of(List.of(workload(2)), EVENING, MORNING).peaks()).isEmpty();
    assertThat(new VerdictText(Locale.ENGLISH).of(forecast.need(MAIL, EVENING, MORNING)))
        .startsWith("It is planned with what it asks for");
  }

  @Test
  void loadThatMovedToAnotherLevelIsToldToHaveDrifted() {
    GeneratedTown town = GeneratedTown.of(11, random);

    Need grown =
        forecast(town.drifting(9 * WEEK, 1.8), MeasuredLoad.NONE).need(MAIL, EVENING, MORNING);
    assertThat(grown.drift().noticed()).isTrue();
    assertThat(new VerdictText(Locale.ENGLISH).of(grown))
        .containsPattern(
            "A drift is noticed: the last week lies [1-9][0-9.]* cores above what was");
    assertThat(new VerdictText(Locale.GERMAN).of(grown))
        .containsPattern(
            "Die letzte Woche liegt [1-9][0-9,]* Kerne über dem, was vorher üblich war");

    Need shrunk =
        forecast(town.drifting(9 * WEEK, 0.1), MeasuredLoad.NONE).need(MAIL, EVENING, MORNING);
    assertThat(new VerdictText(Locale.ENGLISH).of(shrunk)).contains(" cores below what was usual");
    assertThat(new VerdictText(Locale.GERMAN).of(shrunk)).contains(" Kerne unter dem, was");
  }

  @Test
  void withoutADriftNothingIsToldOfOne() {
    Need steady =
        forecast(GeneratedTown.of(11, random), MeasuredLoad.NONE).need(MAIL, EVENING, MORNING);

    assertThat(new VerdictText(Locale.ENGLISH).of(steady)).doesNotContain("drift");
  }

  @Test
  void replicasShareTheNeedAndNoneNeedsMoreThanItsSize() {
    GeneratedTown town = GeneratedTown.of(11, random);
    var forecast = forecast(town, MeasuredLoad.NONE);
    double cores = forecast.need(MAIL, EVENING, MORNING).cores().orElseThrow();

    assertThat(forecast.of(List.of(workload(4)), EVENING, MORNING).peaks().get(MAIL.workload()))
        .isEqualTo(new Resources(cores / 4, 1024));
    assertThat(forecast.of(List.of(workload(0)), EVENING, MORNING).peaks().get(MAIL.workload()))
        .isEqualTo(new Resources(Math.min(cores, 1000), 1024));
  }

  @Test
  void aPlanLooksAheadToTheNextTransitionTwoHoursAtLeastAndADayAtMost() {
    Instant soon = EVENING.plus(Duration.ofMinutes(5));
    Instant late = EVENING.plus(Duration.ofDays(3));

    assertThat(PeakForecast.until(Optional.of(MORNING), EVENING)).isEqualTo(MORNING);
    assertThat(PeakForecast.until(Optional.of(soon), EVENING))
        .isEqualTo(EVENING.plus(Duration.ofHours(2)));
    assertThat(PeakForecast.until(Optional.of(late), EVENING))
        .isEqualTo(PeakForecast.until(Optional.empty(), EVENING))
        .isEqualTo(EVENING.plus(Duration.ofDays(1)));
  }

  private static PeakForecast forecast(GeneratedTown town, MeasuredLoad measured) {
    var pool = new RecordedTown(Map.of("mail", town)).record(0, TODAY + 19);
    var prospects = new Prospects(pool.hourly);
    prospects.look(pool.consumers(), RecordedTown.weeks(EVENING), 1, EVENING);
    return new PeakForecast(pool.recorded, prospects, measured, 0.8);
  }

  private static double highest(GeneratedTown town, int from, int until) {
    double highest = 0;
    for (int hour = from; hour < until; hour++) {
      highest = Math.max(highest, town.peaks()[hour]);
    }
    return highest;
  }

  private static Workload workload(int replicas) {
    return new Workload(
        MAIL.workload(),
        "mail",
        MAIL.pool(),
        MAIL.tenant(),
        new Resources(1000, 1024),
        replicas,
        replicas,
        List.of(),
        Mobility.RESCHEDULED,
        Map.of(),
        Optional.empty(),
        EVENING);
  }
}
