package dev.feierabend.sandbox.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Generated nights keep all laws. `-Dnights=100000 -Dseed=1` makes a campaign of it.
class NightsTest {
  private static final long SEED = Long.getLong("seed", 20261124);
  private static final int NIGHTS = Integer.getInteger("nights", 60);

  @Test
  void noNightBreaksALawWhereverItIsKilled() {
    System.out.printf("NightsTest: %d nights, seeds %d to %d%n", NIGHTS, SEED, SEED + NIGHTS - 1);
    LongStream.range(SEED, SEED + NIGHTS)
        .forEach(seed -> {
          long killAt = new SplittableRandom(seed).nextLong(1, 400);
          keepsEveryLaw(seed, killAt);
        });
  }

  @Test
  void oneNightIsKilledAtEveryBoundaryInTurn() {
    long boundaries = GeneratedNight.boundaries(SEED);
    long step = Math.max(1, boundaries * 40 / Math.max(NIGHTS, 1) / 40);
    System.out.printf("NightsTest: seed %d, every %d of %d boundaries%n", SEED, step, boundaries);
    for (long killAt = 1; killAt <= boundaries; killAt += step) {
      keepsEveryLaw(SEED, killAt);
    }
  }

  private static void keepsEveryLaw(long seed, long killAt) {
    Night night = GeneratedNight.lived(seed, killAt);
    for (Law law : Law.ALL) {
      assertThat(law.violations(night))
          .as(
              "%s in the night of seed %d, killed at %d",
              law.getClass().getSimpleName(), seed, killAt)
          .isEmpty();
    }
  }
}
