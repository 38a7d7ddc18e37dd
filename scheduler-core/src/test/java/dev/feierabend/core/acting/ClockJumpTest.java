package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A clock that is an hour ahead all at once, while the town is at work.
class ClockJumpTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Town town = Town.agreed(4);

  @Test
  void nothingGoesBeforeTheHourThatWasAgreedWhicheverTimeItIs() {
    jumpAheadBefore(EVENING.minus(Duration.ofMinutes(90)));

    town.until(EVENING.plus(HOUR).minus(Duration.ofMinutes(2)));
    assertThat(town.fleet.effects).isEmpty();

    town.until(EVENING.plus(HOUR).plus(Duration.ofMinutes(30)));
    assertThat(town.fleet.on()).isLessThan(4);
  }

  @Test
  void onceItIsSetBackTheEveningIsThatOfTheRightTimeAgain() {
    jumpAheadBefore(EVENING.minus(Duration.ofHours(3)));
    town.until(EVENING.minus(Duration.ofMinutes(100)));
    town.now = town.now.minus(HOUR);

    town.until(EVENING.plus(Duration.ofMinutes(15)));

    assertThat(town.fleet.on()).isLessThan(4);
  }

  @Test
  void wakesGoByWhatTheClockShows() {
    town.until(EVENING.plus(HOUR));
    assertThat(town.fleet.on()).isLessThan(4);
    jumpAheadBefore(WAKE.minus(Duration.ofMinutes(5)));

    town.until(READY_BY);

    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  /// It shows `until` a minute after it showed an hour less.
  private void jumpAheadBefore(Instant until) {
    town.until(until.minus(HOUR));
    town.now = until;
  }
}
