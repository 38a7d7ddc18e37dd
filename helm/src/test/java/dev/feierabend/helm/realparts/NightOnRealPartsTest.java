package dev.feierabend.helm.realparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What `test-servers/night` runs.
class NightOnRealPartsTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void allIsAsItWasAndEveryEffectHasItsIntentAndEveryIntentItsEffect() {
    assertThat(new RealNight(folder, System.out).live()).isEmpty();
  }
}
