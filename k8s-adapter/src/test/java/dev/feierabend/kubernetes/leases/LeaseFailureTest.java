package dev.feierabend.kubernetes.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership.Standing.Follows;
import dev.feierabend.core.leading.Leadership.Standing.Leads;
import dev.feierabend.core.leading.LeaseClock;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.leases.KubernetesLeadership.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Lease that can't be had, or that somebody spoiled.
class LeaseFailureTest {
  private static final Place PLACE = new Place("feierabend", "leader", Duration.ofSeconds(15));
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path folder;
  private Instant now = NOON;

  @Test
  void aRightThatIsMissingIsAnOutageThatNamesTheLease() {
    try (var server = new FakeApiServer(_ -> Says.no(403, "leases is forbidden"))) {
      assertThatThrownBy(() -> replica(server).ask())
          .isInstanceOf(Outage.class)
          .hasMessageContaining("The Lease feierabend/leader can't be read or written")
          .hasMessageContaining("leases is forbidden");
    }
  }

  @Test
  void aLeaseThatSomebodyEmptiedIsTakenLikeOneThatWasGivenUp() {
    try (var server = new FakeApiServer(_ -> Says.ok(spoiled()))) {
      var replica = replica(server);

      assertThat(replica.ask()).isEqualTo(new Leads(1, NOON.plus(PLACE.lease())));
    }
  }

  @Test
  void whereThereIsNoneItsLastHolderMayStillActSoALeaseIsWaitedFor() {
    try (var server =
        new FakeApiServer(asked ->
            asked.method().equals("GET") ? Says.no(404, "not found") : Says.ok(spoiled()))) {
      var replica = replica(server);
      assertThat(replica.ask()).isEqualTo(new Follows("", 0));

      now = NOON.plus(PLACE.lease()).minusMillis(1);
      assertThat(replica.ask()).isEqualTo(new Follows("", 0));

      now = NOON.plus(PLACE.lease());
      assertThat(replica.ask()).isEqualTo(new Leads(1, now.plus(PLACE.lease())));
      assertThat(server.writes()).hasSize(1);
    }
  }

  /// Another may have taken it up meanwhile, and lost it again.
  @Test
  void whoLedWaitsLikeEverybodyWhereTheLeaseIsGone() {
    try (var server =
        new FakeApiServer(asked ->
            asked.method().equals("GET") ? Says.no(404, "not found") : Says.ok(spoiled()))) {
      var replica = replica(server);
      replica.ask();
      now = NOON.plus(PLACE.lease());
      assertThat(replica.ask()).isInstanceOf(Leads.class);

      now = now.plus(PLACE.lease().dividedBy(3));
      assertThat(replica.ask()).isEqualTo(new Follows("", 0));
      now = now.plus(PLACE.lease());
      assertThat(replica.ask()).isInstanceOf(Leads.class);
    }
  }

  @Test
  void whoIsRefusedItsWriteFollows() {
    try (var server =
        new FakeApiServer(asked ->
            asked.method().equals("GET")
                ? Says.ok(spoiled())
                : Says.no(409, "the object has been modified"))) {
      assertThat(replica(server).ask()).isInstanceOf(Follows.class);
    }
  }

  @Test
  void aPlaceIsANamespaceAndAName() {
    assertThat(Place.of("feierabend/leader", PLACE.lease())).isEqualTo(PLACE);
    assertThatThrownBy(() -> Place.of("leader", PLACE.lease()))
        .hasMessage("Expected a Lease as namespace/name but found leader");
  }

  private KubernetesLeadership replica(FakeApiServer server) {
    var clock = new LeaseClock(() -> now, () -> Duration.between(NOON, now).toNanos());
    return new KubernetesLeadership(server.client(folder), PLACE, "one", clock, () -> 0);
  }

  private static Map<String, Object> spoiled() {
    return Map.of(
        "apiVersion",
        "coordination.k8s.io/v1",
        "kind",
        "Lease",
        "metadata",
        Map.of("namespace", "feierabend", "name", "leader", "resourceVersion", "7"));
  }
}
