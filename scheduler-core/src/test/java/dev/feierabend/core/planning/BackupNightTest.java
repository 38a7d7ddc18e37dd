package dev.feierabend.core.planning;

import static dev.feierabend.core.planning.PlannedWorld.AT;
import static dev.feierabend.core.planning.WatchedPool.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A hosting provider's night: everything may sleep from eight to five, but backups run, each begun
/// at some time after ten and done after an hour or three.
class BackupNightTest {
  private static final long SEED = 20130812;
  private static final int GUESTS = 24;
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int QUIET_STEPS = 6;
  private static final double BUSY = WatchedPool.REPLICAS * Vigilance.USUAL.workload();

  /// Cores by guest and step, whether it is up or not.
  private static double[][] night(long seed) {
    var random = new SplittableRandom(seed);
    int steps =
        (int) Duration.between(AT.minus(Duration.ofHours(2)), WatchedPool.MORNING).dividedBy(STEP);
    var cores = new double[GUESTS][steps];
    for (double[] guest : cores) {
      int begin = random.nextInt(steps);
      int end = begin + random.nextInt(12, 36);
      boolean backedUp = random.nextInt(3) > 0;
      for (int step = 0; step < steps; step++) {
        boolean now = backedUp && step >= begin && step < end;
        guest[step] = (now ? 0.85 : 0.05) * WatchedPool.REPLICAS * random.nextDouble(0.9, 1.1);
      }
    }
    return cores;
  }

  @Test
  void theScheduleIsVetoedForWhatBacksUpAndForNothingElse() {
    System.out.println("Seed " + SEED);
    double[][] cores = night(SEED);
    var pool = new WatchedPool(GUESTS, 0);
    var sleeps = new int[GUESTS];
    int vetoed = 0;
    for (int step = 0; step < cores[0].length; step++) {
      Instant at = AT.minus(Duration.ofHours(2)).plus(STEP.multipliedBy(step + 1));
      for (int guest = 0; guest < GUESTS; guest++) {
        if (!pool.sleeps(guest)) {
          pool.measured(guest, cores[guest][step], at);
        }
      }
      if (at.isBefore(AT)) {
        continue;
      }
      var against = pool.against(Vigilance.USUAL, at);
      vetoed += against.size();
      for (int guest = 0; guest < GUESTS; guest++) {
        boolean quiet = quiet(cores[guest], step);
        assertThat(against.containsKey(id(guest)))
            .as("guest %d at %s", guest, at)
            .isEqualTo(!quiet && !pool.sleeps(guest));
        if (!against.containsKey(id(guest)) && !pool.sleeps(guest)) {
          sleeps[guest]++;
          pool.asleep(guest, true);
        }
      }
    }
    assertThat(vetoed).isPositive();
    assertThat(sleeps).as("each sleeps, and nobody goes to sleep twice").containsOnly(1);
  }

  @Test
  void whenBackupsBeginEverywhereTheSleepersWakeOnceAndStayUpUntilItIsQuiet() {
    var pool = new WatchedPool(4, 0).asleep(3, true);
    var awake = new StringBuilder();
    for (int step = 0; step < 30; step++) {
      Instant at = AT.plus(STEP.multipliedBy(step + 1));
      double cores = step >= 6 && step % 4 < 2 && step < 18 ? 3.9 : 0.2;
      for (int guest = 0; guest < 4; guest++) {
        if (!pool.sleeps(guest)) {
          pool.measured(guest, cores, at);
        }
      }
      pool.asleep(3, !pool.against(Vigilance.USUAL, at).containsKey(id(3)));
      awake.append(pool.sleeps(3) ? '.' : '#');
    }
    assertThat(awake.toString()).matches("\\.{8}#{16}\\.{6}");
  }

  private static boolean quiet(double[] cores, int step) {
    for (int back = 0; back <= QUIET_STEPS && back <= step; back++) {
      if (cores[step - back] >= BUSY) {
        return false;
      }
    }
    return true;
  }
}
