package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private final Tolerance tolerance = new Tolerance();

  @Test
  void spendingJustWhatMayBeSpentChangesNothing() {
    double before = tolerance.risk();

    day(1);

    assertThat(tolerance.risk()).isEqualTo(before);
  }

  @Test
  void moreSpendingLessRiskAndLessMore() {
    double before = tolerance.risk();
    tolerance.learn(1.1);
    double after = tolerance.risk();
    assertThat(after).isLessThan(before);

    tolerance.learn(0.9);
    tolerance.learn(0.9);

    assertThat(tolerance.risk()).isGreaterThan(before);
  }

  @Test
  void neitherNoRiskIsRunNorAll() {
    day(100);
    assertThat(tolerance.risk()).isEqualTo(0.03);

    day(0);
    assertThat(tolerance.risk()).isEqualTo(0.4);
  }

  @Test
  void aHostIsOpenedOnlyWhereMoreThanThatIsRun() {
    assertThat(tolerance.limit()).isGreaterThan(tolerance.risk());
  }

  private void day(double pace) {
    IntStream.range(0, Day.STEPS).forEach(_ -> tolerance.learn(pace));
  }
}
