package dev.feierabend.kubernetes.real;

import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.LeadershipContract;
import dev.feierabend.core.leading.LeaseClock;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.leases.KubernetesLeadership;
import dev.feierabend.kubernetes.leases.KubernetesLeadership.Place;
import dev.feierabend.testservers.ControlPlane;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// By a Lease of a real API server, and a clock that moves on by a minute at each look.
class LeaseOnRealClusterTest extends LeadershipContract {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static ControlPlane plane;
  private static KubernetesClient client;

  private final String name = "leader-" + UUID.randomUUID();
  private final AtomicLong minute = new AtomicLong();

  @BeforeAll
  static void start() {
    plane = ControlPlane.start();
    client = KubernetesClients.of(Optional.of(plane.kubeconfig()), "feierabend/leases");
  }

  @AfterAll
  static void stop() {
    if (plane != null) {
      client.close();
      plane.close();
    }
  }

  @Override
  protected Leadership replica(String identity, Duration lease) {
    return new KubernetesLeadership(
        client,
        new Place("default", name, lease),
        identity,
        new LeaseClock(
            () -> NOON.plus(Duration.ofMinutes(minute.getAndIncrement())),
            () -> Duration.ofMinutes(minute.get()).toNanos()),
        () -> recorded);
  }
}
