package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.app.house.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the launcher trains the service on.
final class TrainedServiceTest {
  @TempDir private Path folder;

  @Test
  void theServiceStartsOnWhatTheLauncherTrainsItOnThoughNoClusterIsThere() throws IOException {
    for (String name : new String[] {"feierabend.yaml", "fleet.yaml", "kubeconfig.yaml"}) {
      Files.copy(Checkout.ROOT.resolve("bin/training").resolve(name), folder.resolve(name));
    }
    try (var service =
        ServeProcess.begin(folder.resolve("feierabend.yaml"), folder.resolve("log"))) {
      await()
          .atMost(Duration.ofMinutes(5))
          .failFast(service::expectAlive)
          .until(() -> service.said().contains("Started FeierabendApplication"));
    }
  }

  @Test
  void aServiceWhoseFleetIsNotNamedLooksForItWhereItRunsAndSaysSo() throws IOException {
    Path settings =
        Files.writeString(folder.resolve("feierabend.yaml"), "feierabend: {journal: journal}\n");

    assertThat(ServeProcess.refused(settings, folder))
        .contains("Expected the fleet document at feierabend.fleet but fleet.yaml cannot be read");
  }
}
