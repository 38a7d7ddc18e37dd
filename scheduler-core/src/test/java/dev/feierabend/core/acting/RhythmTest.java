package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Rhythm rhythm = new Rhythm(Duration.ofMinutes(5));

  @BeforeEach
  void twoLooks() {
    assertThat(rhythm.steady(EVENING)).isFalse();
    assertThat(rhythm.steady(EVENING.plus(MINUTE))).isTrue();
  }

  @Test
  void afterAJumpAheadTheSecondLookIsSteadyAgain() {
    assertThat(rhythm.steady(EVENING.plus(HOUR))).isFalse();
    assertThat(rhythm.steady(EVENING.plus(HOUR).plus(MINUTE))).isTrue();
  }

  @Test
  void aClockThatJumpedMayBeAheadByAllOfItUntilItIsSetBackOrADayHasPassed() {
    rhythm.steady(EVENING.plus(HOUR));
    assertThat(rhythm.ahead()).isEqualTo(HOUR.minus(MINUTE));

    rhythm.steady(EVENING.plus(MINUTE.multipliedBy(2)));
    assertThat(rhythm.ahead()).isZero();

    rhythm.steady(EVENING.plus(HOUR));
    for (Instant at = EVENING.plus(HOUR); at.isBefore(EVENING.plus(DAY)); at = at.plus(MINUTE)) {
      rhythm.steady(at);
      assertThat(rhythm.ahead()).as(at.toString()).isPositive();
    }
    for (int minute = 0; minute <= 60; minute++) {
      rhythm.steady(EVENING.plus(DAY).plus(MINUTE.multipliedBy(minute)));
    }
    assertThat(rhythm.ahead()).isZero();
  }

  @Test
  void howLongThereWereNoTicksBeforeTheyBeginAnewSaysNothing() {
    rhythm.begin();
    rhythm.steady(EVENING.plus(HOUR));

    assertThat(rhythm.ahead()).isZero();
  }

  @Test
  void afterAJumpBackNothingIsSteadyUntilTheClockHasPassedWhatItHadShown() {
    Instant back = EVENING.plus(MINUTE).minus(HOUR);
    for (Instant at = back; at.isBefore(EVENING.plus(MINUTE)); at = at.plus(MINUTE)) {
      assertThat(rhythm.steady(at)).as(at.toString()).isFalse();
    }

    assertThat(rhythm.steady(EVENING.plus(MINUTE))).isTrue();
  }

  @Test
  void aClockThatHadBeenAheadByMoreThanADayWasWrongItself() {
    rhythm.steady(EVENING.plus(Duration.ofDays(365)));

    assertThat(rhythm.steady(EVENING.plus(MINUTE))).isFalse();
    assertThat(rhythm.steady(EVENING.plus(MINUTE.multipliedBy(2)))).isTrue();
  }
}
