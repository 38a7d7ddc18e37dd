package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.ProxmoxEmulator;
import dev.feierabend.testservers.ProxmoxEmulator.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service's own wiring on fakepve, at its pace: of five nodes no more than two sleep, for the
/// others are the cluster's majority.
final class ProxmoxNightTest {
  private static final String SECRET = "geheim-im-emulator";
  private static final int NODES = 5;

  @TempDir private Path folder;

  @Test
  void guestsSleepOrMoveTogetherNodesShutDownAndInTheMorningAllIsBack() throws IOException {
    List<ProxmoxEmulator.Guest> guests =
        IntStream.range(0, 10)
            .mapToObj(i -> new ProxmoxEmulator.Guest("vm-" + i, 1 + i % NODES, Kind.FREE))
            .toList();
    try (var emulator = ProxmoxEmulator.start(new ProxmoxEmulator.Plan(NODES, guests, SECRET));
        var night = night(emulator, guests)) {
      boolean asleep =
          night.live(
              HypervisorNight.EVENING.plus(Duration.ofMinutes(20)),
              seen -> new Dusk(seen).off() >= 1 && new Dusk(seen).awake() == 6);
      assertThat(asleep).as("at night: %s", new Dusk(night.seen())).isTrue();

      night.skipTo(HypervisorNight.READY_BY.minus(Duration.ofMinutes(25)));
      boolean back =
          night.live(
              HypervisorNight.READY_BY,
              seen -> new Dusk(seen).inService() == NODES && new Dusk(seen).awake() == 10);

      assertThat(back).as("in the morning: %s", new Dusk(night.seen())).isTrue();
      assertThat(night.events(ActionIssued.class))
          .extracting(ActionIssued::step)
          .hasAtLeastOneElementOfType(Step.Drain.class)
          .hasAtLeastOneElementOfType(Step.PowerOff.class);
    }
  }

  private HypervisorNight night(ProxmoxEmulator emulator, List<ProxmoxEmulator.Guest> guests)
      throws IOException {
    Files.writeString(folder.resolve("vcenter"), ProxmoxEmulator.TOKEN + "\n" + SECRET + "\n");
    var text = new StringBuilder(HypervisorDocument.head("proxmox", emulator.uri().toString()));
    for (int node = 1; node <= NODES; node++) {
      text.append(HypervisorDocument.host("pve" + node, new MachineId(new UUID(0, node))));
    }
    text.append(
        HypervisorDocument.guests(
            guests.stream().map(guest -> new MachineId(guest.uuid())).toList(), 4));
    return new HypervisorNight(
        folder,
        text.toString(),
        Map.of(
            "feierabend.credentials", folder.toString(),
            "feierabend.power.ca", emulator.certificate().toString()),
        Optional.of(ProxmoxEmulator.AS_FAST));
  }
}
