package dev.feierabend.core.reporting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Accounts of generated days beside a reckoning minute by minute. Other days: `-Dseed=2`.
class EnergyWorldsTest {
  private static final int WORLDS = 300;
  private static final int DAYS = 3;
  private static final int HOURS = DAYS * 24;
  private static final int MINUTES = HOURS * 60;
  private static final int BOOT = 5;

  private final long seed = Long.getLong("seed", 1);

  @Test
  void whatIsTakenAndWhatAlwaysBeingOnWouldHaveTakenAreThatOfEveryMinute() {
    System.out.printf("EnergyWorldsTest: %d worlds, seed %d%n", WORLDS, seed);
    for (int i = 0; i < WORLDS; i++) {
      var world = new World(new Random(seed * WORLDS + i));
      EnergyAccount account = world.books.accountOf(Duration.ofDays(DAYS));

      assertThat(account.kwh().value()).isCloseTo(kwh(world.taken), within(1e-6));
      assertThat(account.withoutSleepKwh().value()).isCloseTo(kwh(world.alwaysOn), within(1e-6));
      assertThat(account.sharesKwh().values().stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(account.kwh().value(), within(1e-9));
    }
  }

  private static double kwh(double[] watts) {
    return Arrays.stream(watts).sum() / 60 / 1000;
  }

  /// Two hosts that go off and come back, of whose loads some hours are missing.
  private static final class World {
    final Bookkeeping books = new Bookkeeping();
    final double[] taken = new double[MINUTES];
    final double[] alwaysOn = new double[MINUTES];

    World(Random drawn) {
      for (int host = 1; host <= 2; host++) {
        live(host, drawn);
      }
      if (drawn.nextBoolean()) {
        books.used("ahausen-pool", 0, 1 + drawn.nextInt(HOURS), drawn.nextDouble());
        books.used("bedorf-pool", 0, 1 + drawn.nextInt(HOURS), drawn.nextDouble());
      }
    }

    private void live(int host, Random drawn) {
      boolean[] off = new boolean[MINUTES];
      boolean[] boots = new boolean[MINUTES];
      int minute = drawn.nextInt(600);
      while (minute < MINUTES - 600) {
        int back = minute + 1 + drawn.nextInt(599);
        books.off(host, minute / 60.0).started(host, back / 60.0);
        Arrays.fill(off, minute, back, true);
        Arrays.fill(boots, back, Math.min(MINUTES, back + BOOT), true);
        minute = back + BOOT + 1 + drawn.nextInt(900);
      }
      for (int hour = 0; hour < HOURS; hour++) {
        double cores = drawn.nextDouble() * Bookkeeping.CORES;
        boolean known = drawn.nextInt(10) > 0 && !wholly(off, hour);
        if (known) {
          books.loads(host, hour, hour + 1, cores);
        }
        double on = known ? 100 + 20 * cores : 200;
        for (int m = hour * 60; m < hour * 60 + 60; m++) {
          taken[m] += off[m] ? 5 : boots[m] ? 200 : on;
          alwaysOn[m] += off[m] || boots[m] ? 100 : on;
        }
      }
    }

    private static boolean wholly(boolean[] off, int hour) {
      for (int m = hour * 60; m < hour * 60 + 60; m++) {
        if (!off[m]) {
          return false;
        }
      }
      return true;
    }
  }
}
