package dev.feierabend.sandbox.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.PlanningEvent.StageBegun;
import dev.feierabend.core.planning.Stage;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Generated nights in mode `STAGED` keep all laws, and that of the mode. `-Dnights=1000 -Dseed=1`
/// makes a campaign of it.
class StagedNightsTest {
  private static final long SEED = Long.getLong("seed", 20261127);
  private static final int NIGHTS = Integer.getInteger("nights", 30);

  @Test
  void noNightBreaksALawAndAShareSleepsFirst() {
    System.out.printf("StagedNightsTest: %d nights from seed %d on%n", NIGHTS, SEED);
    int asleep = 0;
    int all = 0;
    int back = 0;
    for (long seed = SEED; seed < SEED + NIGHTS; seed++) {
      long killAt = new SplittableRandom(seed).nextLong(1, 400);
      Night night = GeneratedNight.staged(seed, killAt);
      keepsEveryLaw(night, seed, killAt);
      asleep += night.issued().anyMatch(one -> one.step() instanceof Step.Sleep) ? 1 : 0;
      all += night.events(StageBegun.class).anyMatch(it -> it.stage() == Stage.ALL) ? 1 : 0;
      back += night.events(StageBegun.class).anyMatch(it -> it.alarm().isPresent()) ? 1 : 0;
    }
    System.out.printf("  a share slept in %d, the rest in %d, back in %d%n", asleep, all, back);
    assertThat(asleep).isPositive();
    assertThat(all).isPositive();
    assertThat(back).isPositive();
  }

  @Test
  void aNightInWhichEverythingSleepsAtOnceIsFound() {
    Night night = GeneratedNight.lived(SEED, Long.MAX_VALUE);

    assertThat(night.issued()).anyMatch(one -> one.step() instanceof Step.Sleep);
    assertThat(new AShareSleepsFirst().violations(night)).isNotEmpty();
  }

  private static void keepsEveryLaw(Night night, long seed, long killAt) {
    Stream.concat(Law.ALL.stream(), Stream.of(new AShareSleepsFirst()))
        .forEach(law ->
            assertThat(law.violations(night))
                .as("%s, seed %d, killed at %d", law.getClass().getSimpleName(), seed, killAt)
                .isEmpty());
  }
}
