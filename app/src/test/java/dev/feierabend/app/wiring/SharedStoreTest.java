package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.core.acting.Cadence;
import dev.feierabend.core.journal.MongoLeadership;
import dev.feierabend.core.leading.Leadership.Standing.Follows;
import dev.feierabend.core.leading.Leadership.Standing.Leads;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.leases.KubernetesLeadership;
import dev.feierabend.kubernetes.leases.KubernetesLeadership.Place;
import dev.feierabend.sandbox.town.ThreeTowns;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service on a journal in MongoDB.
class SharedStoreTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void itWorksOnceNobodyElseLeadsAndItsHistoryOutlivesTheStore() throws Exception {
    try (var server = SecantusDb.start();
        var store = MongoStore.of(uri(server), MongoLogin.NONE)) {
      var other =
          new MongoLeadership(
              store.database(), "other", Duration.ofMinutes(5), Instant::now, () -> 0);
      other.ask();
      try (var service = Service.start(settings(server), "--server.port=0")) {
        var cadence = service.getBean(Cadence.class);
        var shift = service.getBean(Shift.class);
        assertThat(shift.isRunning()).isFalse();
        assertThat(cadence.looked()).isEqualTo(Instant.EPOCH);

        other.resign();
        await().atMost(PATIENCE).until(shift::isRunning);
        await().atMost(PATIENCE).until(() -> cadence.looked().isAfter(Instant.EPOCH));
      }
      server.kill();
      server.restart();
      assertThat(other.ask())
          .isInstanceOfSatisfying(Leads.class, leads -> assertThat(leads.term()).isEqualTo(3));
    }
  }

  @Test
  void whereALeaseIsNamedTheLeaseSaysWhoLeads() throws Exception {
    try (var plane = ControlPlane.start();
        var server = SecantusDb.start();
        var client = KubernetesClients.of(Optional.of(plane.kubeconfig()), "another replica")) {
      var place = Place.of("default/leader", Duration.ofSeconds(1));
      var other =
          new KubernetesLeadership(
              client, place, "other", SystemTime.leases(SystemTime.clock()), () -> 0);
      await().atMost(PATIENCE).until(() -> other.ask() instanceof Leads);
      other.resign();
      try (var service =
          Service.start(
              settings(server),
              "--server.port=0",
              "--feierabend.kubeconfig=" + plane.kubeconfig(),
              "--feierabend.mongodb.leader-lease=default/leader")) {
        await().atMost(PATIENCE).until(service.getBean(Shift.class)::isRunning);
        assertThat(other.ask())
            .isInstanceOfSatisfying(Follows.class, it -> assertThat(it.term()).isEqualTo(2));
      }
      assertThat(other.ask())
          .isInstanceOfSatisfying(Leads.class, it -> assertThat(it.term()).isEqualTo(3));
    }
  }

  private Path settings(SecantusDb server) throws IOException {
    Files.writeString(directory.resolve("fleet.yaml"), new ThreeTowns(4, 1).fleet());
    return Files.writeString(
        directory.resolve("feierabend.yaml"),
        """
        spring.profiles.active: demo
        feierabend:
          fleet: %1$s/fleet.yaml
          journal: %1$s/beside
          mongodb: {uri: "%2$s"}
        """
            .formatted(directory, uri(server)));
  }

  private static String uri(SecantusDb server) {
    return "mongodb://127.0.0.1:%d/feierabend".formatted(server.port());
  }
}
