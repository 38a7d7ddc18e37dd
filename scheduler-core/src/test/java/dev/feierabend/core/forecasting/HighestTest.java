package dev.feierabend.core.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HighestTest {
  private static final long SEED = 20261128;
  private static final int SAMPLES = 300;

  @Test
  void theHighestTellTheQuantilesThatAllValuesTell() {
    System.out.printf("Seeds %d to %d%n", SEED, SEED + SAMPLES - 1);
    for (long seed = SEED; seed < SEED + SAMPLES; seed++) {
      var random = new SplittableRandom(seed);
      double level = random.nextDouble();
      int most = random.nextInt(300);
      var all = new Sample();
      var highest = new Highest(level, most);
      for (int value = 0; value <= most; value++) {
        double above = level + random.nextDouble() * (1 - level);
        assertThat(highest.quantile(level)).as("seed %d", seed).isEqualTo(all.quantile(level));
        assertThat(highest.quantile(above)).as("seed %d", seed).isEqualTo(all.quantile(above));
        if (value < most) {
          double next = random.nextInt(50);
          all.add(next);
          highest.add(next);
        }
      }
      assertThat(highest.size()).isEqualTo(most);
    }
  }
}
