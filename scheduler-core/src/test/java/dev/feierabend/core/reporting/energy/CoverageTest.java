package dev.feierabend.core.reporting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Of how much of a month ITEUsv is told: not only of the part that is recorded.
class CoverageTest {
  private static final Instant BEGIN = Bookkeeping.FIRST;
  private static final Instant END = BEGIN.plus(Bookkeeping.MONTH);

  private final Bookkeeping books = new Bookkeeping();

  @Test
  void sevenRecordedDaysOfAMonthThatIsOverAreSevenAndNotTheStandards() {
    recorded(7);

    Utilisation utilisation = toldAt(END);

    assertThat(utilisation.coverage()).isCloseTo(7 / 30.0, within(1e-9));
    assertThat(utilisation.conforms()).isFalse();
    assertThat(utilisation.mean().orElseThrow()).isCloseTo(0.5, within(1e-9));
    assertThat(utilisation.median().orElseThrow()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void yearsLaterItIsTheSame() {
    recorded(7);

    assertThat(toldAt(END.plus(Duration.ofDays(400)))).isEqualTo(toldAt(END));
  }

  @Test
  void ofARunningMonthWhatIsToComeIsNotMissing() {
    recorded(7);

    assertThat(toldAt(BEGIN.plus(Duration.ofDays(7))).coverage()).isEqualTo(1);
    assertThat(toldAt(BEGIN.plus(Duration.ofDays(7)).plusSeconds(3599)).coverage()).isEqualTo(1);
    assertThat(toldAt(BEGIN.plus(Duration.ofDays(14))).coverage()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void whatIsMissingBeforeTheFirstRecordIsMissingToo() {
    books.next().next().next();
    recorded(4);

    assertThat(toldAt(BEGIN.plus(Duration.ofDays(7))).coverage()).isCloseTo(4 / 7.0, within(1e-9));
  }

  /// One of the two is off all the time after the first day.
  @Test
  void whoIsKnownToBeOffIsNotInUseAndNotMissing() {
    books.loads(1, 0, 24, 5).loads(2, 0, 24, 5).off(2, 24);

    assertThat(toldAt(BEGIN.plus(Duration.ofDays(3))).coverage()).isCloseTo(2 / 4.0, within(1e-9));
  }

  @Test
  void aClockThatIsSlowTakesNothingAway() {
    recorded(7);

    assertThat(toldAt(BEGIN.plus(Duration.ofDays(1))).coverage()).isEqualTo(1);
  }

  private void recorded(int days) {
    for (int i = 0; i < days; i++) {
      books.loads(1, 24 * i, 24 * i + 24, 5).loads(2, 24 * i, 24 * i + 24, 5);
    }
  }

  private Utilisation toldAt(Instant now) {
    return books.accountsOfTheMonth(now).energy().utilisation();
  }
}
