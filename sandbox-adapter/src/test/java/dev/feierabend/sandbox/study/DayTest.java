package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DayTest {
  @Test
  void kindsAreDealtOutInFourBlocksOfWhichTheLastMayBeShort() {
    Day day = new Day("ten", new double[10][Day.STEPS]);

    assertThat(day.kinds())
        .extracting(kind -> (int) kind.mips())
        .containsExactly(2_500, 2_500, 2_500, 2_000, 2_000, 2_000, 1_000, 1_000, 1_000, 500);
  }

  @Test
  void whatIsHeldIsAThreeThousandthOnTheWayToTheNextSample() {
    double[][] samples = new double[1][Day.STEPS];
    samples[0][7] = 0.6;
    Day day = new Day("one", samples);

    assertThat(day.held(0, 5)).isZero();
    assertThat(day.held(0, 6)).isCloseTo(0.0002, within(1e-12));
    assertThat(day.held(0, 7)).isCloseTo(0.5998, within(1e-12));
    assertThat(day.held(0, 287)).isZero();
  }

  @Test
  void aDayHas288SamplesOfEverybody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Day("short", new double[1][287]))
        .withMessage("Expected 288 samples but found 287 in short");
    assertThatIllegalArgumentException().isThrownBy(() -> new Day("none", new double[0][288]));
  }
}
