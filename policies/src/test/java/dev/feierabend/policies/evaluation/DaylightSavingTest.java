package dev.feierabend.policies.evaluation;

import static dev.feierabend.policies.Documents.EVALUATION;
import static dev.feierabend.policies.evaluation.Policies.at;
import static dev.feierabend.policies.evaluation.Policies.berlin;
import static dev.feierabend.policies.evaluation.Policies.utc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.SchedulePolicy;
import org.junit.jupiter.api.Test;

/// Berlin's clocks jump from 02:00 to 03:00 on 29 March 2026 (01:00 UTC) and go back from 03:00 to
/// 02:00 on 25 October 2026 (01:00 UTC).
class DaylightSavingTest {

  @Test
  void windowWhollyInsideTheSpringGapNeverOpens() {
    SchedulePolicy policy = berlin("{from: Sun 02:10, to: Sun 02:50}", "");

    assertThat(EVALUATION.between(policy, utc("2026-03-28T00:00:00Z"), utc("2026-03-30T00:00:00Z")))
        .isEmpty();
    assertThat(at(policy, "2026-03-22T01:20:00Z")).startsWith("2026-03-22T01:10:00Z");
  }

  @Test
  void windowWhollyInsideTheAutumnOverlapNeverOpens() {
    SchedulePolicy policy = berlin("{from: Sun 02:10, to: Sun 02:50}", "");

    assertThat(EVALUATION.between(policy, utc("2026-10-24T00:00:00Z"), utc("2026-10-26T00:00:00Z")))
        .isEmpty();
  }

  @Test
  void sleepThatBeginsInTheGapBeginsAfterIt() {
    SchedulePolicy policy = berlin("{from: Sun 02:30, to: Sun 06:00}", "");

    assertThat(at(policy, "2026-03-29T00:59:59Z")).isEqualTo("awake");
    assertThat(at(policy, "2026-03-29T01:00:00Z"))
        .isEqualTo("2026-03-29T01:00:00Z 2026-03-29T04:00:00Z");
  }

  @Test
  void sleepThatEndsInTheGapEndsBeforeIt() {
    SchedulePolicy policy = berlin("{from: Sat 22:00, to: Sun 02:30}", "");

    assertThat(at(policy, "2026-03-29T00:59:59Z"))
        .isEqualTo("2026-03-28T21:00:00Z 2026-03-29T01:00:00Z");
    assertThat(at(policy, "2026-03-29T01:00:00Z")).isEqualTo("awake");
  }

  @Test
  void sleepThatBeginsInTheOverlapBeginsAtTheLaterInstant() {
    SchedulePolicy policy = berlin("{from: Sun 02:30, to: Sun 06:00}", "");

    assertThat(at(policy, "2026-10-25T00:30:00Z")).isEqualTo("awake");
    assertThat(at(policy, "2026-10-25T01:30:00Z"))
        .isEqualTo("2026-10-25T01:30:00Z 2026-10-25T05:00:00Z");
  }

  @Test
  void sleepThatEndsInTheOverlapEndsAtTheEarlierInstant() {
    SchedulePolicy policy = berlin("{from: Sat 22:00, to: Sun 02:30}", "");

    assertThat(at(policy, "2026-10-25T00:29:59Z"))
        .isEqualTo("2026-10-24T20:00:00Z 2026-10-25T00:30:00Z");
    assertThat(at(policy, "2026-10-25T00:30:00Z")).isEqualTo("awake");
    assertThat(at(policy, "2026-10-25T01:15:00Z")).isEqualTo("awake");
  }

  @Test
  void aNightOverTheChangeIsAnHourShorterOrLonger() {
    SchedulePolicy policy = berlin("{from: Sat 20:00, to: Sun 08:00}", "");

    assertThat(at(policy, "2026-03-29T00:00:00Z"))
        .isEqualTo("2026-03-28T19:00:00Z 2026-03-29T06:00:00Z");
    assertThat(at(policy, "2026-10-25T00:00:00Z"))
        .isEqualTo("2026-10-24T18:00:00Z 2026-10-25T07:00:00Z");
  }

  @Test
  void intervalsThatAdjoinInTheOverlapAreOneWindow() {
    SchedulePolicy policy =
        berlin("{from: Sat 22:00, to: Sun 02:30}, {from: Sun 02:30, to: Sun 06:00}", "");

    assertThat(at(policy, "2026-10-25T01:00:00Z"))
        .isEqualTo("2026-10-24T20:00:00Z 2026-10-25T05:00:00Z");
  }

  @Test
  void whatTheGapSwallowsBetweenTwoWindowsMakesThemOne() {
    SchedulePolicy policy =
        berlin("{from: Sat 22:00, to: Sun 02:00}, {from: Sun 03:00, to: Sun 06:00}", "");

    assertThat(at(policy, "2026-03-29T02:00:00Z"))
        .isEqualTo("2026-03-28T21:00:00Z 2026-03-29T04:00:00Z");
  }
}
