package dev.feierabend.policies.evaluation;

import static dev.feierabend.policies.evaluation.Policies.at;
import static dev.feierabend.policies.evaluation.Policies.because;
import static dev.feierabend.policies.evaluation.Policies.berlin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.SchedulePolicy;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExceptionsTest {
  private static final String WEEKEND = "{from: Fri 20:00, to: Mon 06:00}";

  @Test
  void anAwakeDateCutsTheWindowAtItsMidnights() {
    SchedulePolicy policy = berlin(WEEKEND, "exceptions: [{date: 2026-06-20, awake: true}]");

    assertThat(at(policy, "2026-06-19T21:59:00Z"))
        .isEqualTo("2026-06-19T18:00:00Z 2026-06-19T22:00:00Z");
    assertThat(at(policy, "2026-06-19T22:00:00Z")).isEqualTo("awake");
    assertThat(at(policy, "2026-06-20T21:59:59Z")).isEqualTo("awake");
    assertThat(at(policy, "2026-06-20T22:00:00Z"))
        .isEqualTo("2026-06-20T22:00:00Z 2026-06-22T04:00:00Z");
    assertThat(because(policy, "2026-06-20T10:00:00Z"))
        .isEqualTo(new Because.StaysAwake(LocalDate.of(2026, 6, 20)));
    assertThat(because(policy, "2026-06-21T10:00:00Z"))
        .isEqualTo(new Because.Rule("Fri 20:00 → Mon 06:00", 7, Optional.empty()));
  }

  @Test
  void theWakeBeforeAnAwakeDateBeginsTheLeadBeforeItsMidnight() {
    SchedulePolicy policy =
        berlin(WEEKEND, "readyBy: {lead: PT1H}\nexceptions: [{date: 2026-06-20, awake: true}]");

    assertThat(at(policy, "2026-06-19T20:59:59Z")).isNotEqualTo("awake");
    assertThat(because(policy, "2026-06-19T21:00:00Z"))
        .isEqualTo(new Because.WakingUp(Policies.utc("2026-06-19T22:00:00Z")));
  }

  @Test
  void aSleepingDateAddsToTheWeekAndMergesWithIt() {
    SchedulePolicy policy =
        berlin(
            WEEKEND, "exceptions: [{date: 2026-06-22, asleep: {from: \"06:00\", to: \"05:00\"}}]");

    assertThat(at(policy, "2026-06-23T02:59:59Z"))
        .isEqualTo("2026-06-19T18:00:00Z 2026-06-23T03:00:00Z");
    assertThat(because(policy, "2026-06-23T02:00:00Z"))
        .isEqualTo(new Because.Rule("Fri 20:00 → Mon 06:00", 7, Optional.empty()));
  }

  @Test
  void aWindowThatADateOpensIsExplainedByTheDate() {
    SchedulePolicy policy =
        berlin(
            WEEKEND, "exceptions: [{date: 2026-06-17, asleep: {from: \"14:00\", to: \"15:00\"}}]");

    assertThat(because(policy, "2026-06-17T12:30:00Z"))
        .isEqualTo(new Because.ByDate(LocalDate.of(2026, 6, 17)));
  }

  @Test
  void sixWeeksOfHolidaysAreOneWindow() {
    var holidays = new StringBuilder("exceptions:\n");
    for (LocalDate day = LocalDate.of(2026, 7, 13);
        day.getMonthValue() < 9;
        day = day.plusDays(1)) {
      holidays.append("  - {date: %s, asleep: {from: \"00:00\", to: \"00:00\"}}\n".formatted(day));
    }
    SchedulePolicy policy = berlin(WEEKEND, holidays.toString());

    assertThat(at(policy, "2026-08-05T12:00:00Z"))
        .isEqualTo("2026-07-10T18:00:00Z 2026-08-31T22:00:00Z");
  }

  @Test
  void aWindowThatTheLeadUsesUpNeverOpens() {
    SchedulePolicy policy =
        berlin(
            "{from: Fri 22:00, to: Sat 12:00}",
            "readyBy: {lead: PT3H}\nexceptions: [{date: 2026-06-20, awake: true}]");

    assertThat(at(policy, "2026-06-19T21:00:00Z")).isEqualTo("awake");
    assertThat(because(policy, "2026-06-19T21:00:00Z")).isEqualTo(new Because.NoWindow());
  }
}
