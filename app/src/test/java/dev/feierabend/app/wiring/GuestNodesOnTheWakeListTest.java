package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Slumber;
import dev.feierabend.core.acting.Slumber.Slept;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cluster's nodes that are guests, and what they run on, on a wake list.
class GuestNodesOnTheWakeListTest {
  private static final Instant READY_BY = Instant.parse("2026-11-24T05:00:00Z");

  @TempDir private Path folder;

  @Test
  void hostsComeBeforeTheNodesThatAreTheirGuestsAndWakeInThatOrder() throws IOException {
    try (var hall = new SimulatedHall(folder, 1, 2, 1)) {
      Inventory.Guest node = hall.inventory().guests().getFirst();
      MachineId host = node.on().orElseThrow();
      hall.vsphere().shutDown(node.id(), Patience.of(Duration.ofMinutes(1)));
      await().until(() -> !hall.inventory().host(host).orElseThrow().occupied());
      assertThat(hall.power().softOff(host)).isEqualTo(Answer.DONE);
      WakeList list = list(hall, Set.of(host, node.id()));

      assertThat(list.hosts()).extracting(WakeList.Sleeper::id).containsExactly(host, node.id());
      assertThat(list.hosts())
          .extracting(WakeList.Sleeper::readyBy)
          .containsExactly(
              Optional.of(READY_BY.minus(Duration.ofMinutes(1))), Optional.of(READY_BY));
      try (RoutedPower power = WakingPower.of(list, Optional.empty(), Clock.systemUTC())) {
        assertThat(power.state(node.id())).isEqualTo(Power.OFF);
        assertThat(power.on(node.id())).isInstanceOf(Answer.NotYet.class);
        assertThat(power.on(host)).isEqualTo(Answer.DONE);
        assertThat(power.on(node.id())).isEqualTo(Answer.DONE);
        assertThat(power.state(node.id())).isEqualTo(Power.ON);
      }
    }
  }

  private WakeList list(SimulatedHall hall, Set<MachineId> asleep) throws IOException {
    Fleet fleet =
        FleetFile.read(
            Files.writeString(folder.resolve("fleet.yaml"), LayeredNightTest.document(hall)));
    var power =
        new PowerSettings(
            Duration.ofMinutes(5),
            Path.of(hall.settings().get("feierabend.power.ca")),
            Path.of("ipmitool"),
            null,
            4);
    var slept =
        new Slumber.Sleepers(
            Map.of(
                new WorkloadId("west/deployment/office/mail"),
                new Slept(Optional.empty(), Optional.of(READY_BY), Instant.EPOCH)),
            Set.of(),
            Map.of(),
            asleep,
            Map.of(),
            Map.of(),
            Map.of());
    return new WakeListing(fleet, power.means(Optional.of(folder)))
        .of(slept, Set.of(), Instant.EPOCH);
  }
}
