package dev.feierabend.core.waking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {
  private static final long SEED = 20_261_128;
  private static final int SAMPLES = 1_000;
  private static final double SHARE = 0.999;

  /// As far as a thousand samples tell (their standard error is 0.7 %); of a tail whose variance is
  /// infinite a little less.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0, 0, 5", "0.1, 0, 0, 100", "0.5, 0, 0, 20", "0.5, 0, 0, 400", "0.5, 0, 0, 4000",
    "0, 5, 0, 20", "0, 3, 0, 5", "0, 3, 0, 100", "0, 3, 0, 1000", "0, 3, 0, 8000",
    "0, 2, 0, 200", "0, 2, 0, 2000", "0.2, 0, 0.003, 2000", "0.2, 0, 0.02, 400"
  })
  void theQuantileIsCoveredByNineteenSamplesInTwenty(
      double spread, double shape, double rare, int boots) {
    var law = new BootLaw(spread, shape, rare);
    double truth = truth(law);
    double covered = covered(law, boots, truth);
    System.out.printf("TailTest: %s, %d boots: %.1f %%%n", law, boots, 100 * covered);
    assertThat(covered).isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void whatIsRarerThanTheBootsThatAreKnownIsCoveredOnceItWasSeen() {
    var random = new SplittableRandom(SEED);
    var law = BootLaw.withRare(0.2, 0.003);
    double[] sorted = law.drawn(100, random);
    assertThat(Tail.quantile(sorted, SHARE)).isLessThan(10);

    sorted[99] = 10;

    assertThat(Tail.quantile(sorted, SHARE)).isGreaterThan(10);
  }

  @Test
  void aSingleBootSaysLittleSoThatMuchIsLeftForTheRest() {
    assertThat(Tail.quantile(new double[] {1}, SHARE)).isBetween(14.0, 15.0);
    assertThat(Tail.quantile(new double[] {1}, 0.9)).isBetween(3.0, 3.2);
  }

  @Test
  void ofManyAnOrderStatisticIsTakenAndNotTheLongest() {
    double[] sorted = BootLaw.logNormal(0.3).drawn(1_000_000, new SplittableRandom(SEED));

    assertThat(Tail.quantile(sorted, SHARE))
        .isBetween(truth(BootLaw.logNormal(0.3)), sorted[sorted.length - 1] * 0.9);
  }

  private static double covered(BootLaw law, int boots, double truth) {
    var random = new SplittableRandom(SEED);
    int covered = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      covered += Tail.quantile(law.drawn(boots, random), SHARE) >= truth ? 1 : 0;
    }
    return covered / (double) SAMPLES;
  }

  private static double truth(BootLaw law) {
    double[] many = law.drawn(1_000_000, new SplittableRandom(1));
    return many[(int) (many.length * SHARE)];
  }
}
