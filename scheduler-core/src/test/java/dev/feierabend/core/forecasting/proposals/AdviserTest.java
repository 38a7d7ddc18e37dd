package dev.feierabend.core.forecasting.proposals;

import static dev.feierabend.core.forecasting.proposals.FourWeeks.BERLIN;
import static dev.feierabend.core.forecasting.proposals.FourWeeks.MONDAY;
import static dev.feierabend.core.forecasting.proposals.FourWeeks.REST;
import static dev.feierabend.core.forecasting.proposals.FourWeeks.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.forecasting.proposals.FourWeeks.Use;
import dev.feierabend.core.forecasting.proposals.Suggestion.Because;
import dev.feierabend.core.forecasting.proposals.Suggestion.Declined;
import dev.feierabend.core.forecasting.proposals.Suggestion.Proposed;
import dev.feierabend.policies.evaluation.Verdict;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class AdviserTest {
  private static final String OFFICE =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: "nights", tenant: "ahausen"}
      spec:
        pools: ["ahausen-pool"]
        zone: Europe/Berlin
        asleep:
          - {every: "Mon-Thu", from: "18:00", to: "07:00"}
          - {from: Fri 18:00, to: Mon 07:00}
        readyBy: {lead: PT30M}
        floor: {hosts: 1}
      """;

  @Test
  void anOfficeMaySleepAtNightAndOverTheWeekend() {
    Proposed proposed = FourWeeks.office().proposed();

    assertThat(proposed.policy().document().text()).isEqualTo(OFFICE);
    assertThat(proposed.never()).isEmpty();
    assertThat(proposed.knownHours()).isEqualTo(672);
  }

  /// Four nights of 13 and a weekend of 61 hours, half an hour's lead off each: 110.5 hours of two
  /// hosts' 95 W, and five boots of 5 minutes that take 100 W more than idling. Half of the hosts
  /// are Ahausen's, or a sixth less than that for the others' reserve.
  @Test
  void itsSavingIsItsShareOfTheHostsForTheHoursAsleepLessTheBoots() {
    var forecast = FourWeeks.office().proposed().forecast();
    double week = (2 * 95 * 110.5 - 5 * 2 * 100 / 12.0) / 1000;
    double month = week * 365.25 / 12 / 7;
    double share = (0.5 + 0.5 / 1.2) / 2;

    assertThat(forecast.asleepHoursAWeek()).isEqualTo(110.5);
    assertThat(forecast.kilowattHoursAMonth()).isCloseTo(month * share, within(1e-9));
    double bounds = month * (0.5 - 0.5 / 1.2) / Math.sqrt(12);
    double curves = month * share * 0.05 / Math.sqrt(2);
    assertThat(forecast.uncertainty()).isCloseTo(Math.hypot(bounds, curves), within(1e-9));
    assertThat(forecast.risk()).isEqualTo(new Risk(28, 0, 0));
  }

  /// At rest it uses 1 core, at its peak 10; 2.65 on the average of an hour are 11 minutes of it.
  @Test
  void oneNightsExceptionIsARiskThatIsToldAndNoReasonToStayAwake() {
    var weeks =
        new FourWeeks()
            .with(
                "office",
                at -> {
                  boolean exception = at.toLocalDateTime().equals(MONDAY.plusDays(8).atTime(23, 0));
                  return exception
                      ? new Use(REST + 11 / 60.0 * (WORK - REST), WORK)
                      : Use.of(FourWeeks.isOpen(at) ? WORK : REST);
                });

    assertThat(weeks.proposed().policy().document().text()).isEqualTo(OFFICE);
    var forecast = weeks.proposed().forecast();
    assertThat(forecast.risk()).isEqualTo(new Risk(28, 1, 11));
    var without = FourWeeks.office().proposed().forecast();
    assertThat(forecast.asleepHoursAWeek()).isEqualTo(without.asleepHoursAWeek() - 0.25);
    assertThat(forecast.uncertainty() / forecast.kilowattHoursAMonth())
        .isGreaterThan(without.uncertainty() / without.kilowattHoursAMonth());
  }

  @Test
  void aBackupOfASingleSmallMemberIsAWindowThatNeverSleeps() {
    Proposed proposed =
        FourWeeks.office()
            .with("backup", at -> Use.of(isAt(at, DayOfWeek.TUESDAY, 1, 3) ? 0.5 : 0.02))
            .proposed();

    assertThat(proposed.never()).containsExactly(new Never(new Window(25, 2), 4, 4));
    assertThat(proposed.policy().document().text())
        .contains("never:\n    - {from: Tue 01:00, to: Tue 03:00, because: \"work in 4 of 4\"}\n");
    assertThat(sleeps(proposed, MONDAY.plusDays(29), 0)).isTrue();
    assertThat(sleeps(proposed, MONDAY.plusDays(29), 1)).isFalse();
    assertThat(sleeps(proposed, MONDAY.plusDays(29), 2)).isFalse();
    assertThat(sleeps(proposed, MONDAY.plusDays(29), 3)).isTrue();
    assertThat(proposed.forecast().risk()).isEqualTo(new Risk(28, 0, 0));
  }

  @Test
  void workOfEveryNightIsSaidOnce() {
    Proposed proposed =
        FourWeeks.office().with("backup", at -> Use.of(at.getHour() == 2 ? 3 : 0.1)).proposed();

    assertThat(proposed.policy().document().text())
        .contains("never:\n    - {every: \"Mon-Sun\", from: \"02:00\", to: \"03:00\"");
  }

  @Test
  void whatHappensInTwoWeeksOfFourIsNoExceptionAnyMore() {
    Proposed proposed =
        FourWeeks.office()
            .with(
                "backup",
                at -> {
                  boolean early = at.toLocalDate().isBefore(MONDAY.plusWeeks(2));
                  return Use.of(early && isAt(at, DayOfWeek.THURSDAY, 22, 23) ? 3 : 0.1);
                })
            .proposed();

    assertThat(proposed.never()).containsExactly(new Never(new Window(94, 1), 2, 4));
  }

  @Test
  void hoursThatWereNotSeenCountAsBusyAndAreNoBackup() {
    Proposed proposed =
        FourWeeks.office()
            .seen(at -> !(isAt(at, DayOfWeek.WEDNESDAY, 2, 4) && at.getDayOfMonth() < 18))
            .proposed();

    assertThat(proposed.never()).isEmpty();
    assertThat(sleeps(proposed, MONDAY.plusDays(30), 1)).isTrue();
    assertThat(sleeps(proposed, MONDAY.plusDays(30), 2)).isFalse();
    assertThat(sleeps(proposed, MONDAY.plusDays(30), 3)).isFalse();
    assertThat(proposed.knownHours()).isEqualTo(668);
  }

  @Test
  void withMoreThanATenthMissingNothingIsProposed() {
    assertThat(declined(FourWeeks.office().seen(at -> at.getHour() % 8 != 3)))
        .isEqualTo(new Because.TooLittleRecorded(588, 672));
    assertThat(declined(FourWeeks.office().weeks(3)))
        .isEqualTo(new Because.TooLittleRecorded(504, 672));
    assertThat(declined(FourWeeks.office().weeks(0)))
        .isEqualTo(new Because.TooLittleRecorded(0, 672));
  }

  @Test
  void whatUsesTheSameAroundTheClockOrNothingGetsNoSchedule() {
    assertThat(declined(new FourWeeks().with("one", _ -> Use.of(3))))
        .isEqualTo(new Because.AlwaysTheSame());
    assertThat(declined(new FourWeeks().with("one", _ -> Use.of(0))))
        .isEqualTo(new Because.NeverUsed());
    assertThat(declined(new FourWeeks().with("one", at -> Use.of(at.getHour() % 3 == 0 ? 9 : 1))))
        .isEqualTo(new Because.NothingQuiet());
  }

  @Test
  void whereNobodySwitchesHostsNothingIsSaved() {
    assertThat(declined(FourWeeks.office().whoseHostsNobodySwitches()))
        .isEqualTo(new Because.NothingSaved());
  }

  @Test
  void windowsStayWhereTheClocksShowThemThoughTheyChange() {
    Proposed proposed = FourWeeks.office().from(LocalDate.parse("2026-10-12")).proposed();

    assertThat(proposed.policy().document().text()).isEqualTo(OFFICE);
  }

  @Test
  void olderWeeksAreForgotten() {
    Proposed proposed =
        new FourWeeks()
            .weeks(8)
            .with(
                "office",
                at -> {
                  boolean former = at.toLocalDate().isBefore(MONDAY.plusWeeks(4));
                  return Use.of(former || FourWeeks.isOpen(at) ? WORK : REST);
                })
            .proposed();

    assertThat(proposed.policy().document().text()).isEqualTo(OFFICE);
    assertThat(proposed.knownHours()).isEqualTo(672);
  }

  private static Because declined(FourWeeks weeks) {
    return switch (weeks.suggested()) {
      case Declined(_, var because) -> because;
      case Proposed proposed -> throw new AssertionError(proposed.toString());
    };
  }

  private static boolean isAt(ZonedDateTime at, DayOfWeek day, int first, int last) {
    return at.getDayOfWeek() == day && at.getHour() >= first && at.getHour() < last;
  }

  private static boolean sleeps(Proposed proposed, LocalDate date, int hour) {
    var at = date.atTime(hour, 10).atZone(BERLIN).toInstant();
    return FourWeeks.NO_HOLIDAYS.at(proposed.policy(), at) instanceof Verdict.Asleep;
  }
}
