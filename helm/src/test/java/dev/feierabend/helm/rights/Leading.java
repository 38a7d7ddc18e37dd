package dev.feierabend.helm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.leading.Leadership.Standing;
import dev.feierabend.core.leading.LeaseClock;
import dev.feierabend.helm.Chart;
import dev.feierabend.kubernetes.leases.KubernetesLeadership;
import dev.feierabend.kubernetes.leases.KubernetesLeadership.Place;
import java.time.Duration;
import java.time.InstantSource;

/// A Lease that is made, renewed and given up.
final class Leading implements Exercise {
  private static final Duration LEASE = Duration.ofSeconds(1);

  @Override
  public void on(Stage stage) {
    stage.town.admin.leases().inNamespace(Chart.NAMESPACE).delete();
    var leadership =
        new KubernetesLeadership(
            stage.us,
            new Place(Chart.NAMESPACE, "feierabend", LEASE),
            "replica",
            new LeaseClock(InstantSource.system()::instant, System::nanoTime),
            () -> 0);
    await().atMost(Stage.PATIENCE).until(leadership::ask, Standing.Leads.class::isInstance);
    assertThat(leadership.ask()).isInstanceOf(Standing.Leads.class);
    leadership.resign();
  }
}
