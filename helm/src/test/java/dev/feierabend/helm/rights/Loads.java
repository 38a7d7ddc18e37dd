package dev.feierabend.helm.rights;

import static org.awaitility.Awaitility.await;

import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.kubernetes.metrics.MetricsLoad;
import java.time.Duration;
import java.time.Instant;

/// Utilisation is asked for.
final class Loads implements Exercise {
  @Override
  public void on(Stage stage) {
    var load = new MetricsLoad(stage.us, stage.fleet::metered);
    await()
        .atMost(Stage.PATIENCE)
        .until(() -> {
          Instant now = Instant.now();
          return load.between(now.minus(Duration.ofMinutes(5)), now).stream()
              .mapToDouble(PoolLoad::coverage)
              .anyMatch(coverage -> coverage > 0);
        });
  }
}
