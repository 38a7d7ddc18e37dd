package dev.feierabend.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.SchedulePolicy;
import org.junit.jupiter.api.Test;

/// What users of other schedulers could not express, or got otherwise than they wrote it; see
/// `docs/handbook/lessons.md`.
class LessonsTest {

  @Test
  void aWholeWeekendOffIsOneInterval() {
    SchedulePolicy policy = Policies.berlin("{from: Fri 18:00, to: Mon 06:00}", "");

    for (String instant :
        new String[] {"2026-06-19T16:00:00Z", "2026-06-20T12:00:00Z", "2026-06-22T03:59:59Z"}) {
      assertThat(Policies.at(policy, instant))
          .isEqualTo("2026-06-19T16:00:00Z 2026-06-22T04:00:00Z");
    }
    assertThat(Policies.at(policy, "2026-06-22T04:00:00Z")).isEqualTo("awake");
  }

  @Test
  void aNightThatBeginsOnFridayEndsOnSaturdayAndNotOnSunday() {
    SchedulePolicy policy =
        Policies.berlin("{from: Thu 20:00, to: Fri 06:00}, {from: Fri 20:00, to: Sat 06:00}", "");

    assertThat(Policies.at(policy, "2026-06-19T22:00:00Z"))
        .isEqualTo("2026-06-19T18:00:00Z 2026-06-20T04:00:00Z");
    assertThat(Policies.at(policy, "2026-06-20T04:00:00Z")).isEqualTo("awake");
    assertThat(Policies.at(policy, "2026-06-20T20:00:00Z")).isEqualTo("awake");
  }

  /// In Berlin it is Monday since an hour and a half; in UTC it is Sunday still.
  @Test
  void theWeekdayIsThatOfThePolicysZoneAndNotThatOfUtc() {
    SchedulePolicy policy = Policies.berlin("{from: Mon 00:30, to: Mon 06:00}", "");

    assertThat(Policies.at(policy, "2026-06-14T23:30:00Z"))
        .isEqualTo("2026-06-14T22:30:00Z 2026-06-15T04:00:00Z");
    assertThat(Policies.at(policy, "2026-06-15T23:30:00Z")).isEqualTo("awake");
  }
}
