package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Slumber;
import dev.feierabend.core.acting.Slumber.Slept;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.PowerCurve;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts that their hypervisor switches, where a wake list is asked for.
class HypervisorsOnTheWakeListTest {
  private static final MachineId HOST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MachineId GUEST = MachineId.of("00000000-0000-0000-0000-000000000011");
  private static final Instant READY_BY = Instant.parse("2026-11-24T05:00:00Z");

  @TempDir private Path folder;

  @Test
  void whoAVcenterWakesIsOnItAndWhenItsGuestsMustBeBack() throws IOException {
    Path list = folder.resolve("list");

    assertThat(keeper("vsphere", list).obstacle(HOST)).isEmpty();
    assertThat(list)
        .content()
        .contains("kind: \"vsphere\"", "url: \"https://halle.example\"", "readyBy: \"" + READY_BY);
  }

  @Test
  void whoOnlyOtherNodesCouldWakeStaysOnAndSaysSo() throws IOException {
    assertThat(keeper("proxmox", folder.resolve("list")).obstacle(HOST))
        .contains(
            new Answer.Refused(
                "Expected a host that feierabend wake can bring back, but it can't where the controller is of kind proxmox"));
  }

  @Test
  void whoOnlyOtherNodesCouldWakeIsNotPlannedToGoAndTheReasonSaysWhy() throws IOException {
    Snapshot seen = seen();

    assertThat(listed("proxmox", seen).hosts())
        .singleElement()
        .extracting(FleetPort.Host::protection)
        .isEqualTo(Optional.of(new Reason.OffTheWakeList("proxmox")));
    assertThat(listed("vsphere", seen)).isEqualTo(seen);
  }

  private Snapshot listed(String kind, Snapshot seen) throws IOException {
    return new ListedFleet(() -> seen, keeper(kind, folder.resolve("list")).beyondReach())
        .observe();
  }

  private static Snapshot seen() {
    var host =
        new FleetPort.Host(
            HOST,
            "host-1",
            new PoolId("iron"),
            new Resources(16, 64 * 1024),
            new Energy(PowerCurve.between(100, 250), 8, Duration.ofMinutes(4), 180),
            Power.ON,
            true,
            false,
            Optional.empty(),
            true,
            READY_BY);
    return new Snapshot(READY_BY, List.of(host), List.of());
  }

  private WakeListKeeper keeper(String kind, Path list) throws IOException {
    String text =
        HypervisorDocument.head(kind, "https://halle.example")
            + HypervisorDocument.host("host-1", HOST)
            + HypervisorDocument.guests(List.of(GUEST), 1);
    var fleet = FleetFile.read(Files.writeString(folder.resolve("fleet.yaml"), text));
    var means = new WakeList.Means(Optional.empty(), List.of(), "ipmitool", OptionalInt.empty(), 4);
    var slept =
        new Slumber.Sleepers(
            Map.of(
                new WorkloadId("guest/" + GUEST),
                new Slept(Optional.empty(), Optional.of(READY_BY), Instant.EPOCH)),
            Set.of(),
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of());
    return new WakeListKeeper(
        new WakeListFile(list),
        new WakeListing(fleet, means),
        new WakeListKeeper.Sources(() -> slept, new Tidings(), () -> Instant.EPOCH),
        new Scribe(Scribe.USUAL));
  }
}
