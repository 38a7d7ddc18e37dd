package dev.feierabend.policies.evaluation;

import static dev.feierabend.policies.Documents.EVALUATION;
import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.evaluation.Policies.berlin;
import static dev.feierabend.policies.evaluation.Policies.utc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.SchedulePolicy;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  private final SchedulePolicy townHall = policy(TOWN_HALL);

  @Test
  void aNightHasThree() {
    assertThat(
            EVALUATION.between(townHall, utc("2026-06-15T12:00:00Z"), utc("2026-06-16T12:00:00Z")))
        .extracting(Transition::at)
        .containsExactly(
            utc("2026-06-15T18:00:00Z"), utc("2026-06-16T03:30:00Z"), utc("2026-06-16T04:00:00Z"));
  }

  @Test
  void stretchesLaidEndToEndTellEachTransitionOnce() {
    assertThat(
            EVALUATION.between(townHall, utc("2026-06-15T12:00:00Z"), utc("2026-06-15T18:00:00Z")))
        .hasSize(1);
    assertThat(
            EVALUATION.between(townHall, utc("2026-06-15T18:00:00Z"), utc("2026-06-16T03:29:59Z")))
        .isEmpty();
  }

  @Test
  void theNextIsTheFirstAfterNow() {
    var beginning = EVALUATION.next(townHall, utc("2026-06-15T17:59:59Z"));
    var wake = EVALUATION.next(townHall, utc("2026-06-15T18:00:00Z"));

    assertThat(beginning).map(Transition::at).contains(utc("2026-06-15T18:00:00Z"));
    assertThat(wake).map(Transition::at).contains(utc("2026-06-16T03:30:00Z"));
  }

  @Test
  void aPolicyThatBeginsInYearsHasItsBeginningNext() {
    SchedulePolicy policy =
        berlin("{from: Fri 20:00, to: Mon 06:00}", "validity: {from: 2040-03-01}");

    assertThat(EVALUATION.next(policy, utc("2026-06-15T12:00:00Z")))
        .map(Transition::at)
        .contains(utc("2040-02-29T23:00:00Z"));
  }

  @Test
  void anExceptionMonthsAheadIsFound() {
    SchedulePolicy policy =
        berlin("", "exceptions: [{date: 2027-06-15, asleep: {from: \"14:00\", to: \"15:00\"}}]");

    assertThat(EVALUATION.next(policy, utc("2026-06-15T12:00:00Z")))
        .map(Transition::at)
        .contains(utc("2027-06-15T12:00:00Z"));
    assertThat(EVALUATION.next(policy, utc("2027-06-16T12:00:00Z"))).isEmpty();
  }

  @Test
  void aWakeIsFoundThoughADayOfItsWindowIsStillToBegin() {
    SchedulePolicy policy =
        berlin(
            "{from: Fri 20:00, to: Tue 22:00}, {from: Tue 22:00, to: Thu 06:00}",
            "readyBy: {lead: PT26H}\nexceptions: [{date: 2026-06-17, awake: true}]");

    assertThat(EVALUATION.between(policy, utc("2026-06-15T12:00:00Z"), utc("2026-06-15T20:30:00Z")))
        .containsExactly(
            new Transition(
                utc("2026-06-15T20:00:00Z"),
                new Verdict.Awake(new Because.WakingUp(utc("2026-06-16T22:00:00Z")))));
  }

  @Test
  void anExpiredPolicyHasNone() {
    assertThat(EVALUATION.next(townHall, utc("2028-01-01T00:00:00Z"))).isEmpty();
  }
}
