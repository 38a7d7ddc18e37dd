package dev.feierabend.policies.evaluation;

import static dev.feierabend.policies.Documents.EVALUATION;
import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final SchedulePolicy townHall = policy(TOWN_HALL);

  @Test
  void sleepsFromTheIntervalsBeginningUntilTheLead() {
    var asleep =
        new Verdict.Asleep(
            new Because.Rule("Mon 20:00 → Tue 06:00", 9, Optional.empty()),
            Instant.parse("2026-06-15T18:00:00Z"),
            Instant.parse("2026-06-16T03:30:00Z"),
            Instant.parse("2026-06-16T04:00:00Z"));

    assertThat(at("2026-06-15T17:59:59Z")).isEqualTo(awake(new Because.NoWindow()));
    assertThat(at("2026-06-15T18:00:00Z")).isEqualTo(asleep);
    assertThat(at("2026-06-16T03:29:59Z")).isEqualTo(asleep);
    assertThat(at("2026-06-16T03:30:00Z"))
        .isEqualTo(awake(new Because.WakingUp(Instant.parse("2026-06-16T04:00:00Z"))));
    assertThat(at("2026-06-16T04:00:00Z")).isEqualTo(awake(new Because.NoWindow()));
  }

  @Test
  void aWindowRunsOverTheEndOfTheWeekAndOfTheYear() {
    SchedulePolicy policy = Policies.berlin("{from: Fri 20:00, to: Mon 06:00}", "");

    for (String instant : new String[] {"2027-01-01T19:00:00Z", "2027-01-04T04:59:59Z"}) {
      assertThat(Policies.at(policy, instant))
          .isEqualTo("2027-01-01T19:00:00Z 2027-01-04T05:00:00Z");
    }
    assertThat(Policies.at(policy, "2028-12-31T23:30:00Z"))
        .isEqualTo("2028-12-29T19:00:00Z 2029-01-01T05:00:00Z");
  }

  @Test
  void anIntervalMayLastAlmostAWeek() {
    SchedulePolicy policy = Policies.berlin("{from: Mon 06:00, to: Mon 05:00}", "");

    assertThat(Policies.at(policy, "2026-06-15T03:30:00Z")).isEqualTo("awake");
    assertThat(Policies.at(policy, "2026-06-22T02:59:59Z"))
        .isEqualTo("2026-06-15T04:00:00Z 2026-06-22T03:00:00Z");
  }

  @Test
  void outsideOfTheValidityEverythingIsAwake() {
    assertThat(at("2025-12-31T22:59:59Z"))
        .isEqualTo(awake(new Because.NotYetValid(LocalDate.of(2026, 1, 1))));
    assertThat(at("2027-12-31T23:00:00Z"))
        .isEqualTo(awake(new Because.NoLongerValid(LocalDate.of(2027, 12, 31))));
  }

  @Test
  void theValiditysEndWakesWhatSleeps() {
    SchedulePolicy policy =
        Policies.berlin(
            "{from: Fri 20:00, to: Mon 06:00}",
            "readyBy: {lead: PT1H}\nvalidity: {to: 2026-06-20}");

    assertThat(Policies.at(policy, "2026-06-20T20:59:59Z"))
        .isEqualTo("2026-06-19T18:00:00Z 2026-06-20T22:00:00Z");
    assertThat(Policies.because(policy, "2026-06-20T21:00:00Z"))
        .isEqualTo(new Because.WakingUp(Instant.parse("2026-06-20T22:00:00Z")));
  }

  private Verdict at(String instant) {
    return EVALUATION.at(townHall, Instant.parse(instant));
  }

  private static Verdict awake(Because because) {
    return new Verdict.Awake(because);
  }
}
