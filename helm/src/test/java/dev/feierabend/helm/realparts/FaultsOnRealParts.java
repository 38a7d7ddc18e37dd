package dev.feierabend.helm.realparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Nights on real parts in which things go wrong at drawn instants. `test-servers/night
/// -Dfaults=100 -Dseed=1` runs it; a full run of all tests has one such night and goes without
/// this.
class FaultsOnRealParts {
  private static final int FAULTS = Integer.getInteger("faults", 6);
  private static final long SEED = Long.getLong("seed", 20261128);
  private static final int LEAST_A_NIGHT = 5;
  private static final int MOST_A_NIGHT = 8;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void nobodyIsLostNobodyIsForcedOffAndWhoeverIsLateIsToldOf() throws IOException {
    var random = new Random(SEED);
    List<Fault> faults = Fault.drawn(FAULTS, kinds(), Fault.Pace.USUAL, random);
    System.out.printf("A night on real parts, with %d faults, seed %d%n", FAULTS, SEED);
    try (var scene = new Scene(folder)) {
      var campaign = new Campaign(scene);
      for (List<Fault> some : Fault.dealt(faults, LEAST_A_NIGHT, MOST_A_NIGHT, random)) {
        if (!lived(campaign, some)) {
          break;
        }
      }
      scene.stop();
      assertThat(campaign.told()).isEmpty();
    }
  }

  /// After a night that breaks off none is lived any more, and all the same it is told what was.
  private static boolean lived(Campaign campaign, List<Fault> faults) {
    try {
      campaign.live(faults);
      return true;
    } catch (RuntimeException | AssertionError broken) {
      campaign.wrong("the night broke off: " + broken);
      return false;
    }
  }

  /// Those that `-Dkinds=WRONG_ADDRESS,RACK_CUT` names, else all.
  private static List<Kind> kinds() {
    String named = System.getProperty("kinds", "");
    return named.isEmpty()
        ? List.of(Kind.values())
        : Stream.of(named.split(",")).map(Kind::valueOf).toList();
  }
}
