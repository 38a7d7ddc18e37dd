package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.metrics.MetricsLoad;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.MetricsDouble;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsOnRealClusterTest {
  private static final PoolId OFFICE = new PoolId("ahausen-office");
  private static final PoolId MACHINES = new PoolId("machines");
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final Optional<Double> NONE = Optional.empty();
  private static final InstantSource CLOCK = InstantSource.system();

  @Test
  void theMetricsApiIsReadWithTheChartsRightsAndItsEndLeavesSamplesMissing() {
    try (var town = new RealTown();
        var metrics = MetricsDouble.start(CLOCK)) {
      town.node("n1", Towns.FIRST);
      town.create(deployment("office", "mail", 2));
      town.awaitReady(MAIL, 2);
      metrics.node("n1", "1500m", "2Gi");
      mail(town).forEach(pod -> metrics.pod("office", pod, "250m", "64Mi"));
      var manifest = new ByteArrayInputStream(metrics.manifest().getBytes(StandardCharsets.UTF_8));
      town.admin.load(manifest).create();
      var load = new MetricsLoad(town.us, town.fleet::metered);

      await()
          .atMost(RealTown.PATIENCE)
          .untilAsserted(() ->
              assertThat(lately(load))
                  .containsExactlyInAnyOrder(
                      pool(MACHINES, new Sample(Towns.FIRST.toString(), 1.5, 1.5, 2048, NONE)),
                      pool(OFFICE, new Sample(MAIL.value(), 0.5, 0.5, 128, NONE))));

      metrics.close();

      assertThat(lately(load)).hasSize(2).allMatch(pool -> pool.coverage() == 0);
    }
  }

  private static PoolLoad pool(PoolId pool, Sample sample) {
    return new PoolLoad(pool, 1, List.of(sample));
  }

  private static List<PoolLoad> lately(MetricsLoad load) {
    Instant now = CLOCK.instant();
    return load.between(now.minus(Duration.ofMinutes(5)), now);
  }

  private static List<String> mail(RealTown town) {
    return town.admin.pods().inNamespace("office").list().getItems().stream()
        .map(Pod::getMetadata)
        .map(metadata -> metadata.getName())
        .toList();
  }
}
