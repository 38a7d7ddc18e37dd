package dev.feierabend.helm.realparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Nights on real parts in which things go wrong at drawn instants. `test-servers/night
/// -Dfaults=100 -Dseed=1` runs it; it takes an hour, so a full run of all tests goes without.
class FaultsOnRealParts {
  private static final int FAULTS = Integer.getInteger("faults", 6);
  private static final long SEED = Long.getLong("seed", 20261128);
  private static final int MOST_A_NIGHT = 6;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void nobodyIsLostNobodyIsForcedOffAndWhoeverIsLateIsToldOf() throws IOException {
    var random = new Random(SEED);
    var faults = Fault.drawn(FAULTS, random);
    System.out.printf("A night on real parts, with %d faults, seed %d%n", FAULTS, SEED);
    try (var campaign = new Campaign(folder)) {
      for (List<Fault> some : dealt(faults, random)) {
        campaign.live(some);
      }
      campaign.tell();
      assertThat(campaign.wrong()).isEmpty();
    }
  }

  private static List<List<Fault>> dealt(List<Fault> faults, Random random) {
    var nights = new ArrayList<List<Fault>>();
    int next = 0;
    while (next < faults.size()) {
      int until = Math.min(faults.size(), next + 2 + random.nextInt(MOST_A_NIGHT - 1));
      nights.add(faults.subList(next, until));
      next = until;
    }
    return nights;
  }
}
