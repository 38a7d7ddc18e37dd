package dev.feierabend.core.reporting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// SIEC of a host whose document says 100 W idle and 300 W at most, and whose meter knows better;
/// the other one is off.
class IdlingTest {
  private final Bookkeeping books = new Bookkeeping().off(2, 0);

  /// 130 W at a fifth and 190 W at four fifths: 110 W at none, of 160 W on the average.
  @Test
  void idlingIsWhatTheLineThroughMeteredWattsSaysOfNoLoad() {
    books.metered(1, 0, 12, 2, 130).metered(1, 12, 24, 8, 190);

    assertThat(books.account().siec()).isCloseTo(110 / 160.0, within(1e-9));
  }

  /// By hand: 152 W on the average, at half load, and 150 W more a full load.
  @Test
  void pointsBesideTheLineAreWeighedByTheirHours() {
    books.metered(1, 0, 6, 0, 80).metered(1, 6, 18, 5, 149).metered(1, 18, 24, 10, 230);

    assertThat(books.account().hosts().getFirst().idleKwh())
        .isCloseTo(24 * (152 - 150 * 0.5) / 1000, within(1e-9));
  }

  @Test
  void atOneLoadAllDayTheCurveTells() {
    books.metered(1, 0, 24, 5, 160);

    assertThat(books.account().siec()).isCloseTo(100 / 160.0, within(1e-9));
  }

  @Test
  void ofLessThanADayTheCurveTells() {
    books.metered(1, 0, 11, 2, 130).metered(1, 11, 23, 8, 190);

    assertThat(books.account().hosts().getFirst().idleKwh()).isCloseTo(23 * 0.1, within(1e-9));
  }

  @Test
  void aMeterThatFallsAsLoadRisesTellsNothingOfIdling() {
    books.metered(1, 0, 12, 2, 190).metered(1, 12, 24, 8, 130);

    assertThat(books.account().siec()).isCloseTo(100 / 160.0, within(1e-9));
  }

  @Test
  void idlingIsNeverMoreThanAllOfIt() {
    books.metered(1, 0, 24, 0, 60);

    assertThat(books.account().siec()).isEqualTo(1);
  }

  @Test
  void whatIsMeteredTellsOfHoursThatAreNot() {
    books.metered(1, 0, 12, 2, 130).metered(1, 12, 24, 8, 190);
    books.next().loads(1, 0, 24, 0);

    assertThat(books.account().hosts().getFirst().idleKwh()).isCloseTo(48 * 0.11, within(1e-9));
  }
}
