package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToleranceTest {
  private static final int GUESTS = 1440;

  /// Two a guest and day, in 288 steps.
  private static final int SHARE = 10;

  private final Tolerance tolerance = new Tolerance();

  @Test
  void asManyMigrationsAsMayBeChangeNothing() {
    double before = tolerance.risk();

    day(SHARE);

    assertThat(tolerance.risk()).isEqualTo(before);
  }

  @Test
  void moreMigrationsLessRiskAndFewerMore() {
    double before = tolerance.risk();
    tolerance.learn(SHARE + 1, GUESTS);
    double after = tolerance.risk();
    assertThat(after).isLessThan(before);

    tolerance.learn(SHARE - 1, GUESTS);
    tolerance.learn(SHARE - 1, GUESTS);

    assertThat(tolerance.risk()).isGreaterThan(before);
  }

  @Test
  void neitherNoRiskIsRunNorAll() {
    day(100 * SHARE);
    assertThat(tolerance.risk()).isEqualTo(0.03);

    day(0);
    assertThat(tolerance.risk()).isEqualTo(0.4);
  }

  @Test
  void aHostIsOpenedOnlyWhereMoreThanThatIsRun() {
    assertThat(tolerance.limit()).isGreaterThan(tolerance.risk());
  }

  private void day(int migrations) {
    IntStream.range(0, Day.STEPS).forEach(_ -> tolerance.learn(migrations, GUESTS));
  }
}
