package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LowerBoundTest {
  private static final long SEED = 7;

  @Test
  void withoutMemoryTheThriftiestHostsAreFullAndTheOthersTakeTheRest() {
    LowerBound bound = LowerBound.ofThePark();

    assertThat(bound.watts(5_320, 0)).isCloseTo(135, within(1e-9));
    assertThat(bound.watts(400 * 5_320 + 3_720, 0)).isCloseTo(400 * 135 + 117, within(1e-6));
  }

  @Test
  void memoryAloneNeedsIdleHostsOfTheKindThatIdlesForLess() {
    assertThat(LowerBound.ofThePark().watts(0, 319)).isCloseTo(319 * 86, within(1e-6));
    assertThat(LowerBound.ofThePark().watts(0, 500)).isCloseTo(400 * 86 + 100 * 93.7, within(1e-6));
  }

  @Test
  void aFineGridOverHostsAndSharesComesDownToItAndNeverBelow() {
    var bound = new LowerBound(1, 1);
    var random = new Random(SEED);
    for (int i = 0; i < 25; i++) {
      double mips = random.nextDouble() * (3_720 + 5_320);
      double memory = random.nextDouble() * 2;
      double grid = Grid.least(mips, memory);
      assertThat(bound.watts(mips, memory))
          .as("seed %d, %s MIPS, %s hosts of memory", SEED, mips, memory)
          .isLessThanOrEqualTo(grid + 1e-9)
          .isGreaterThan(grid - 1.5);
    }
  }

  @Test
  void whatCanReallyBePlacedIsNeverBelow() {
    var bound = new LowerBound(2, 1);
    var random = new Random(SEED);
    int placed = 0;
    double gap = 0;
    for (int i = 0; i < 10_000; i++) {
      SmallInstance instance = SmallInstance.of(random);
      double optimum = instance.leastWatts();
      double least = bound.watts(instance.mips(), instance.hostsOfMemory());
      if (optimum < Double.MAX_VALUE) {
        assertThat(least).as("seed %d, %s", SEED, instance).isLessThanOrEqualTo(optimum + 1e-9);
        placed++;
        gap += optimum / least - 1;
      }
    }
    System.out.printf(
        "Seed %d: the exact optimum of %d small instances lies %.1f %% above the bound on average%n",
        SEED, placed, 100 * gap / placed);
    assertThat(placed).isGreaterThan(9_000);
  }
}
