package dev.feierabend.helm.realparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What `test-servers/night` runs: a night in which nothing goes wrong, and another on the same
/// parts in which some of what can does. `FaultsOnRealParts` has as many as one likes.
class NightOnRealPartsTest {
  private static final long SEED = Long.getLong("seed", 20261128);
  private static final int FAULTS = 7;

  /// Its answers come later than this night takes, and a start of the service takes its time.
  private static final Set<Kind> AT_LEISURE =
      Set.of(Kind.LATE_ANSWERS, Kind.SERVICE_KILLED, Kind.SERVICE_DOWN);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  private static List<String> quiet = List.of("not lived");
  private static List<String> faulty = List.of("not lived");

  @BeforeAll
  static void live() throws IOException {
    System.out.println("A night on real parts");
    try (var scene = new Scene(folder)) {
      var night = new RealNight(scene);
      night.live();
      System.out.printf("  Another with %d faults, seed %d%n", FAULTS, SEED);
      var campaign = new Campaign(scene);
      campaign.live(Fault.drawn(FAULTS, brisk(), Fault.Pace.BRISK, new Random(SEED)));
      scene.stop();
      faulty = campaign.told();
      quiet = night.reconciled();
    }
  }

  private static List<Kind> brisk() {
    return Stream.of(Kind.values()).filter(kind -> !AT_LEISURE.contains(kind)).toList();
  }

  @Test
  void allIsAsItWasAndEveryEffectHasItsIntentAndEveryIntentItsEffect() {
    assertThat(quiet).isEmpty();
  }

  @Test
  void whereThingsGoWrongNobodyIsLostNobodyIsForcedOffAndWhoeverIsLateIsToldOf() {
    assertThat(faulty).isEmpty();
  }
}
