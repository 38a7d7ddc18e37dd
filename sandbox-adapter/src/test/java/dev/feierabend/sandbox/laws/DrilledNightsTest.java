package dev.feierabend.sandbox.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Step;
import dev.feierabend.core.drilling.DrillEvent.DrillFailed;
import dev.feierabend.core.drilling.DrillEvent.DrillPassed;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Generated nights in which no host is known to wake keep all laws, and that of drills.
/// `-Dnights=1000 -Dseed=1` makes a campaign of it.
class DrilledNightsTest {
  private static final long SEED = Long.getLong("seed", 20261128);
  private static final int NIGHTS = Integer.getInteger("nights", 30);
  private static final Law LAW = new OnlyWhoIsKnownToWakeSleeps();

  @Test
  void noNightBreaksALawAndNobodySleepsWhoIsNotKnownToWake() {
    System.out.printf("DrilledNightsTest: %d nights from seed %d on%n", NIGHTS, SEED);
    long passed = 0;
    long failed = 0;
    for (long seed = SEED; seed < SEED + NIGHTS; seed++) {
      long killAt = new SplittableRandom(seed).nextLong(1, 400);
      Night night = GeneratedNight.drilled(seed, killAt);
      keepsEveryLaw(night, seed, killAt);
      passed += night.events(DrillPassed.class).count();
      failed += night.events(DrillFailed.class).count();
    }
    System.out.printf("  %d drills were passed, %d failed%n", passed, failed);
    assertThat(passed).isPositive();
  }

  @Test
  void aHostThatSleepsWithoutADrillIsFound() {
    Night night = aNightInWhichHostsGo();

    assertThat(LAW.violations(night)).isNotEmpty();
  }

  /// Of a lawful night, the plans that begin drills are taken away.
  @Test
  void aDrillThatNobodyPlannedIsFound() {
    Night night =
        Stream.iterate(SEED, seed -> seed + 1)
            .limit(50)
            .map(seed -> GeneratedNight.drilled(seed, Long.MAX_VALUE))
            .filter(lived -> lived.events(DrillPassed.class).findAny().isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(LAW.violations(night)).isEmpty();

    Night planted =
        night.with(
            night.history().stream().filter(one -> !(one.event() instanceof PlanDecided)).toList());

    assertThat(LAW.violations(planted)).isNotEmpty();
  }

  private static Night aNightInWhichHostsGo() {
    return Stream.iterate(SEED, seed -> seed + 1)
        .limit(50)
        .map(seed -> GeneratedNight.lived(seed, Long.MAX_VALUE))
        .filter(night -> night.issued().anyMatch(one -> one.step() instanceof Step.PowerOff))
        .findFirst()
        .orElseThrow();
  }

  private static void keepsEveryLaw(Night night, long seed, long killAt) {
    Stream.concat(Law.ALL.stream(), Stream.of(LAW))
        .forEach(law ->
            assertThat(law.violations(night))
                .as("%s, seed %d, killed at %d", law.getClass().getSimpleName(), seed, killAt)
                .isEmpty());
  }
}
