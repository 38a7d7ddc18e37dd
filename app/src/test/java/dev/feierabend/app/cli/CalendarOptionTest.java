package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Policies that name lists of days, under calendars of one's own.
class CalendarOptionTest {
  private static final String OWN =
      """
      apiVersion: feierabend.dev/v1
      kind: HolidayCalendar
      metadata: {name: our-days, edition: 2026-11-01, source: our council}
      spec:
        lists:
          - name: bridge-days
            days:
              - {day: 2026-10-22, name: a bridge}
      """;

  @TempDir Path folder;
  private Path policy;
  private Path own;

  @BeforeEach
  void aPolicyAndACalendar() throws IOException {
    own = Files.writeString(folder.resolve("own.yaml"), OWN);
    policy =
        Files.writeString(
            folder.resolve("rathaus.yaml"),
            """
            apiVersion: feierabend.dev/v1
            kind: SchedulePolicy
            metadata: {name: rathaus, tenant: ahausen}
            spec:
              pools: [ahausen-office]
              holidays: {land: BY, lists: [staff-released]}
              asleep: [{every: Mon-Sun, from: "20:00", to: "06:00"}]
              never: [{days: bridge-days}]
            """);
  }

  @Test
  void checkKnowsTheListsOfTheProductAndThoseThatAreNamed() {
    assertThat(Typed.of("policy", "check", policy, "--calendar", own))
        .satisfies(typed -> assertThat(typed.exit()).as(typed.out()).isZero());

    Typed without = Typed.of("policy", "check", policy);
    assertThat(without.exit()).isEqualTo(Exit.NO);
    assertThat(without.lines())
        .containsExactly(
            policy
                + ":8:18: expected a list of days of this calendar, one of carnival, "
                + "carnival-monday, election-sundays, staff-released, found \"bridge-days\"");
  }

  @Test
  void explainTellsWhatADayOfAListKeepsAwakeAndWhatAMissingOneDoes() {
    Object[] days = {"policy", "explain", policy, "--from", "2026-10-22", "--to", "2026-10-22"};

    assertThat(
            Typed.of(
                    days[0],
                    days[1],
                    days[2],
                    days[3],
                    days[4],
                    days[5],
                    days[6],
                    "--calendar",
                    own)
                .out())
        .contains("days of bridge-days", "a bridge");
    assertThat(Typed.of(days).out()).isEmpty();
    assertThat(Typed.of("policy", "diff", policy, policy, "--calendar", own).exit()).isZero();
  }

  @Test
  void everyFaultOfEveryCalendarIsToldAtOnce() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), OWN.replace("2026-10-22", "22.10."));
    Typed typed = Typed.of("policy", "explain", policy, "--calendar", own, "--calendar", bad);

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(bad + ":8:17: expected a day, for example 08-15");
  }

  @Test
  void theDoctorTellsEachEditionAndWarnsOfWhatIsOver() throws IOException {
    Path over =
        Files.writeString(
            folder.resolve("over.yaml"),
            OWN.replace("2026-10-22", "2020-10-22").replace("name: our", "name: old"));
    Typed typed = Typed.of("doctor", "--journal", folder.resolve("new"), "--calendar", over);

    assertThat(typed.exit()).isZero();
    assertThat(typed.out())
        .contains("ok    calendar   jollyday ", "ok    calendar   staff-released 2026-11-26 (")
        .contains("warn  calendar   old-days 2026-11-01 (")
        .contains("all of its days have passed");
    assertThat(Typed.of("doctor", "--calendar", folder.resolve("none.yaml")).out())
        .contains("BAD   calendar   Expected a file but found none");
  }
}
