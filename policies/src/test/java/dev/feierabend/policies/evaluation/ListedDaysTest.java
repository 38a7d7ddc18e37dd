package dev.feierabend.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.almanac.AlmanacCalendar;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.calendar.LocalWeek;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Lists of days that the calendar has, and those that it hasn't: doubt leaves it on.
class ListedDaysTest {
  private static final String NIGHTS = "{every: Mon-Sun, from: \"20:00\", to: \"06:00\"}";
  private static final String HOLIDAYS = "{from: holiday 00:00, to: after holiday 06:00}";
  private static final String ELECTIONS = "never: [{days: election-sundays}]\n";

  private final Evaluation evaluation =
      new Evaluation(
          new AlmanacCalendar(
              HolidayCalendar.NONE, List.of(Documents.almanac(Documents.CALENDAR))));

  private final Evaluation withoutLists = new Evaluation(HolidayCalendar.NONE);

  @Test
  void theDaysOfAListAreHolidays() {
    SchedulePolicy policy =
        Policies.berlin(HOLIDAYS, "holidays: {land: BY, lists: [staff-released]}");

    assertThat(evaluation.at(policy, Policies.utc("2026-12-24T12:00:00Z")))
        .isInstanceOf(Verdict.Asleep.class);
    assertThat(evaluation.at(policy, Policies.utc("2026-12-23T12:00:00Z")))
        .isInstanceOf(Verdict.Awake.class);
  }

  @Test
  void aPlacesWeekKnowsItsHolidaysAndItsClocks() {
    SchedulePolicy policy =
        Policies.berlin(HOLIDAYS, "holidays: {land: BY, lists: [staff-released]}");

    LocalWeek week = evaluation.week(policy, Policies.utc("2027-01-10T00:00:00Z"));

    assertThat(week.hourOf(Policies.utc("2026-12-23T07:00:00Z"))).isEqualTo(2 * 24 + 8);
    assertThat(week.hourOf(Policies.utc("2026-12-24T07:00:00Z"))).isEqualTo(6 * 24 + 8);
    assertThat(
            evaluation
                .week(Policies.berlin(NIGHTS, ""), Policies.utc("2027-01-10T00:00:00Z"))
                .hourOf(Policies.utc("2026-12-24T07:00:00Z")))
        .isEqualTo(3 * 24 + 8);
  }

  @Test
  void anExceptionTakesADayOutOfAList() {
    SchedulePolicy policy =
        Policies.berlin(
            HOLIDAYS, "holidays: {land: BY, lists: [staff-released], except: [2026-12-24]}");

    assertThat(evaluation.at(policy, Policies.utc("2026-12-24T12:00:00Z")))
        .isInstanceOf(Verdict.Awake.class);
    assertThat(evaluation.at(policy, Policies.utc("2026-12-31T12:00:00Z")))
        .isInstanceOf(Verdict.Asleep.class);
  }

  @Test
  void everyDayOfAListStaysAwakeWithItsNameAsTheReason() {
    SchedulePolicy policy = Policies.berlin(NIGHTS, ELECTIONS + "holidays: {land: BE}");

    assertThat(evaluation.at(policy, Policies.utc("2026-09-20T21:00:00Z")).because())
        .isEqualTo(new Because.Never("days of election-sundays", 8, Optional.of("Landtagswahl")));
    assertThat(evaluation.at(policy, Policies.utc("2026-09-21T21:00:00Z")))
        .isInstanceOf(Verdict.Asleep.class);
  }

  @Test
  void theAuthorsOwnReasonComesFirst() {
    SchedulePolicy policy =
        Policies.berlin(
            NIGHTS, "never: [{days: election-sundays, because: we vote}]\nholidays: {land: MV}");

    assertThat(evaluation.at(policy, Policies.utc("2026-09-20T21:00:00Z")).because())
        .isEqualTo(new Because.Never("days of election-sundays", 8, Optional.of("we vote")));
  }

  @Test
  void aDayOfAnotherLandKeepsNothingAwake() {
    SchedulePolicy policy = Policies.berlin(NIGHTS, ELECTIONS + "holidays: {land: BY}");

    assertThat(evaluation.at(policy, Policies.utc("2026-09-20T21:00:00Z")))
        .isInstanceOf(Verdict.Asleep.class);
  }

  @Test
  void whileTheListOfANeverIsMissingItStaysAwakeThroughoutAndSaysSo() {
    SchedulePolicy policy = Policies.berlin(NIGHTS, ELECTIONS + "holidays: {land: BE}");
    var start = Policies.utc("2026-01-01T00:00:00Z");

    assertThat(withoutLists.at(policy, start).because())
        .isEqualTo(new Because.UnknownList("election-sundays", 8));
    assertThat(withoutLists.between(policy, start, start.plus(Duration.ofDays(366)))).isEmpty();
    assertThat(withoutLists.next(policy, start)).isEmpty();
  }

  @Test
  void aMissingListOfHolidaysAddsNoSleep() {
    SchedulePolicy policy =
        Policies.berlin(HOLIDAYS, "holidays: {land: BY, lists: [staff-released]}");
    var start = Policies.utc("2026-01-01T00:00:00Z");

    assertThat(withoutLists.between(policy, start, start.plus(Duration.ofDays(366)))).isEmpty();
  }

  @Test
  void aNeverAroundHolidaysOfWhichAListIsMissingStaysAwakeThroughout() {
    SchedulePolicy policy =
        Policies.berlin(
            NIGHTS, "never: [" + HOLIDAYS + "]\nholidays: {land: BY, lists: [staff-released]}");

    assertThat(withoutLists.at(policy, Policies.utc("2026-05-05T21:00:00Z")).because())
        .isEqualTo(new Because.UnknownList("staff-released", 9));
    assertThat(evaluation.at(policy, Policies.utc("2026-05-05T21:00:00Z")))
        .isInstanceOf(Verdict.Asleep.class);
  }
}
