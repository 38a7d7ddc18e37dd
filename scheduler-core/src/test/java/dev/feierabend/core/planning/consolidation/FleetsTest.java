package dev.feierabend.core.planning.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Generated fleets, as many as `consolidation.fleets` says, from `consolidation.seed` on; 100,000
/// are the campaign that is run before a release.
final class FleetsTest {
  private static final int FLEETS = Integer.getInteger("consolidation.fleets", 1_000);
  private static final long SEED = Long.getLong("consolidation.seed", 20_261_127L);

  @Test
  void everyPlanIsLegalAndTheSameInWhateverOrderTheTaskIsTold() {
    int planned = 0;
    int quiet = 0;
    for (long seed = SEED; seed < SEED + FLEETS; seed++) {
      Task task =
          seed % 2 == 0 ? GeneratedFleet.of(seed, 10, 40) : GeneratedFleet.plain(seed, 10, 40);
      Outcome outcome = Consolidation.plan(task);
      assertThat(Consolidation.plan(GeneratedFleet.shuffled(task, seed)))
          .as("seed %d", seed)
          .isEqualTo(outcome);
      if (outcome instanceof Outcome.Planned(var plan)) {
        planned++;
        quiet += plan.alarms().isEmpty() ? 1 : 0;
        assertThat(Checker.wrong(task, plan)).as("seed %d", seed).isEqualTo(List.of());
      }
    }
    System.out.printf(
        "%d fleets from seed %d: %d planned, %d of them without an alarm%n",
        FLEETS, SEED, planned, quiet);
    assertThat(planned).isGreaterThan(FLEETS * 9 / 10);
    assertThat(quiet).isGreaterThan(FLEETS / 8);
  }
}
