package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeListParser;
import dev.feierabend.policies.fleet.WakeListText;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service's own wiring on govmomi's simulator.
final class VsphereNightTest {
  @TempDir private Path folder;

  /// Five hosts and ten guests of two customers: who agreed to it is shut down, the rest moves
  /// together, hosts go into standby, and in the morning, when another service has taken over, all
  /// is as it was.
  @Test
  void guestsSleepOrMoveTogetherHostsGoIntoStandbyAndInTheMorningAllIsBack() throws IOException {
    try (var hall = new SimulatedHall(folder, 1, 5, 10).spread();
        var night = new HypervisorNight(folder, hall.document(), hall.settings())) {
      Inventory before = hall.inventory();

      boolean asleep =
          night.live(
              HypervisorNight.EVENING.plus(Duration.ofHours(1)),
              seen -> new Dusk(seen).off() >= 2 && new Dusk(seen).awake() == 6);

      assertThat(asleep).as("at night: %s", new Dusk(night.seen())).isTrue();
      assertThat(hall.inventory().guests()).filteredOn(it -> it.power() == Power.ON).hasSize(6);
      night.skipTo(HypervisorNight.READY_BY.minus(Duration.ofMinutes(20)));
      night.restart();
      boolean back =
          night.live(
              HypervisorNight.READY_BY,
              seen -> new Dusk(seen).inService() == 5 && new Dusk(seen).awake() == 10);
      assertThat(back).as("in the morning: %s", new Dusk(night.seen())).isTrue();
      assertThat(SimulatedHall.powers(hall.inventory())).isEqualTo(SimulatedHall.powers(before));
      assertThat(night.events(ActionIssued.class))
          .extracting(ActionIssued::step)
          .hasAtLeastOneElementOfType(Step.Drain.class)
          .hasAtLeastOneElementOfType(Step.PowerOff.class);
      assertThat(night.events(ActionRefused.class)).isEmpty();
      assertThat(night.events(ActionTimedOut.class)).isEmpty();
    }
  }

  /// With nothing of the service but its list and the file with the login.
  @Test
  void aHostInStandbyIsWokenByTheWakeListAlone() throws IOException {
    try (var hall = new SimulatedHall(folder, 1, 2, 2)) {
      MachineId host = hall.inventory().hosts().getFirst().id();
      for (Inventory.Guest guest : hall.inventory().guests()) {
        hall.vsphere().shutDown(guest.id(), Patience.of(Duration.ofMinutes(1)));
      }
      await().until(() -> !hall.inventory().host(host).orElseThrow().occupied());
      assertThat(hall.power().softOff(host)).isEqualTo(Answer.DONE);

      try (RoutedPower power = WakingPower.of(written(hall), Optional.empty(), Clock.systemUTC())) {
        assertThat(power.state(host)).isEqualTo(Power.OFF);
        assertThat(power.on(host)).isEqualTo(Answer.DONE);
        assertThat(power.state(host)).isEqualTo(Power.ON);
      }
    }
  }

  /// As the service writes it, and as it is read back.
  private WakeList written(SimulatedHall hall) throws IOException {
    Fleet fleet = FleetFile.read(Files.writeString(folder.resolve("f.yaml"), hall.document()));
    var power =
        new PowerSettings(
            Duration.ofMinutes(5),
            Path.of(hall.settings().get("feierabend.power.ca")),
            Path.of("ipmitool"),
            null,
            4);
    WakeList list = new WakeListing(fleet, power.means(Optional.of(folder))).all(Instant.EPOCH);
    assertThat(WakeListText.of(list)).doesNotContain(SimulatedHall.PASSWORD);
    return switch (WakeListParser.parse("list", WakeListText.of(list).getBytes(UTF_8))) {
      case Parsed.Valid<WakeList>(var read) -> read;
      case Parsed.Invalid<WakeList>(var faults) -> throw new AssertionError(faults);
    };
  }
}
