package dev.feierabend.core.planning.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Small fleets of which the best plan is known: the bound is never above it, a plan never below.
final class OptimumTest {
  private static final int FLEETS = Integer.getInteger("consolidation.optima", 400);
  private static final long SEED = Long.getLong("consolidation.seed", 20_261_127L);
  private static final int HOSTS = 4;
  private static final int GUESTS = 5;

  @Test
  void theBoundIsNeverAboveTheBestAndThePlanNeverBelow() {
    var gaps = new ArrayList<Double>();
    var bounds = new ArrayList<Double>();
    int alarmed = 0;
    int fewest = 0;
    for (long seed = SEED; gaps.size() < FLEETS; seed++) {
      Task task = GeneratedFleet.plain(seed, HOSTS, GUESTS);
      var best = Exhaustive.of(task);
      if (best.joules().isEmpty()
          || !(Consolidation.plan(task) instanceof Outcome.Planned(var plan))) {
        continue;
      }
      double seconds = task.conditions().seconds();
      double optimum = best.joules().getAsDouble();
      double planned = plan.figures().joules(seconds);
      double bound = plan.bound().watts() * seconds;
      if (!plan.alarms().isEmpty()) {
        alarmed++;
        continue;
      }
      assertThat(bound).as("seed %d", seed).isLessThanOrEqualTo(optimum * (1 + 1e-9) + 1e-3);
      assertThat(planned).as("seed %d", seed).isGreaterThanOrEqualTo(optimum * (1 - 1e-9) - 1e-3);
      assertThat(plan.bound().hosts())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(best.hosts().getAsInt());
      gaps.add(planned / Math.max(optimum, 1e-9) - 1);
      bounds.add(1 - bound / Math.max(optimum, 1e-9));
      fewest += plan.figures().hostsOn() == best.hosts().getAsInt() ? 1 : 0;
    }
    System.out.printf(
        "%d optima from seed %d: plans %.2f %% above them on average, %.2f %% in the middle, bounds %.2f %% below on average;"
            + " fewest hosts in %d; alarms where a plan without was possible: %d%n",
        FLEETS,
        SEED,
        100 * mean(gaps),
        100 * gaps.stream().sorted().skip(FLEETS / 2).findFirst().orElseThrow(),
        100 * mean(bounds),
        fewest,
        alarmed);
    assertThat(mean(gaps)).isLessThan(0.1);
    assertThat(alarmed).isLessThan(FLEETS / 10);
  }

  private static double mean(List<Double> all) {
    return all.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
