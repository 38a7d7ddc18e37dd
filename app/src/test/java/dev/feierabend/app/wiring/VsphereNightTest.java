package dev.feierabend.app.wiring;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.hypervisor.vsphere.Vcenter;
import dev.feierabend.hypervisor.vsphere.VsphereClient;
import dev.feierabend.hypervisor.vsphere.VsphereHypervisor;
import dev.feierabend.hypervisor.vsphere.VsphereLogin;
import dev.feierabend.hypervisor.vsphere.VsphereServer;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.VsphereSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A night of five hosts and ten guests of two customers on govmomi's simulator: who agreed to it
/// is shut down, the rest moves together, hosts go into standby, and in the morning all is as it
/// was.
final class VsphereNightTest {
  private static final String PASSWORD = "geheim-im-simulator";
  private static final int OFFICE = 4;

  @TempDir private Path folder;

  @Test
  void guestsSleepOrMoveTogetherHostsGoIntoStandbyAndInTheMorningAllIsBack() throws IOException {
    try (var simulator =
            VsphereSimulator.start(new VsphereSimulator.Plan(1, 5, 10, PASSWORD, Map.of()));
        var witness = witness(simulator)) {
      var vsphere = new VsphereHypervisor(witness);
      Inventory before = vsphere.look().newest().orElseThrow();
      try (var night = night(simulator, before)) {
        boolean asleep =
            night.live(
                HypervisorNight.EVENING.plus(Duration.ofHours(2)),
                seen -> off(seen) >= 2 && awake(seen) == 6);
        assertThat(asleep).as("state at night: %s", describe(night.seen())).isTrue();
        Inventory midnight = vsphere.look().newest().orElseThrow();
        assertThat(midnight.guests()).filteredOn(it -> it.power() == Power.ON).hasSize(6);
        assertThat(midnight.hosts())
            .filteredOn(it -> it.power() == Power.OFF)
            .hasSizeGreaterThan(1);

        night.skipTo(HypervisorNight.READY_BY.minus(Duration.ofMinutes(40)));
        boolean back =
            night.live(HypervisorNight.READY_BY, seen -> inService(seen) == 5 && awake(seen) == 10);

        assertThat(back).as("state in the morning: %s", describe(night.seen())).isTrue();
        assertThat(powers(vsphere.look().newest().orElseThrow())).isEqualTo(powers(before));
        assertThat(night.events(ActionIssued.class))
            .extracting(ActionIssued::step)
            .hasAtLeastOneElementOfType(Step.Drain.class)
            .hasAtLeastOneElementOfType(Step.PowerOff.class);
        assertThat(night.events(ActionRefused.class)).isEmpty();
        assertThat(night.events(ActionTimedOut.class)).isEmpty();
      }
    }
  }

  private HypervisorNight night(VsphereSimulator simulator, Inventory inventory)
      throws IOException {
    Files.writeString(folder.resolve("vcenter"), VsphereSimulator.USER + "\n" + PASSWORD + "\n");
    return new HypervisorNight(
        folder,
        document(simulator, inventory),
        Map.of(
            "feierabend.credentials", folder.toString(),
            "feierabend.power.ca", simulator.certificate().toString()));
  }

  private static String document(VsphereSimulator simulator, Inventory inventory) {
    var text =
        new StringBuilder(
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: rechenzentrum-nord}
            spec:
              tenants:
                - {id: ahausen, name: Gemeinde Ahausen}
                - {id: bedorf, name: Stadt Bedorf}
              controllers:
                - {name: vcenter, kind: vsphere, url: "%s", credentials: vcenter}
              pools:
                - {id: machines, hypervisor: vcenter}
                - {id: ahausen-office, tenant: ahausen, hypervisor: vcenter}
                - {id: bedorf-web, tenant: bedorf, hypervisor: vcenter}
              hosts:
            """
                .formatted(simulator.uri()));
    List<Guest> guests = inventory.guests();
    for (int i = 0; i < inventory.hosts().size(); i++) {
      Inventory.Host host = inventory.hosts().get(i);
      text.append(
          """
              - uuid: %s
                name: esx-%d
                pool: machines
                cores: 32
                memoryGiB: 128
                watts: {idle: 110, peak: 380}
                standbyWatts: 8
                boot: PT4M
                bootWatts: 220
                controller: vcenter
          """
              .formatted(host.id(), i));
      // All are listed below the first host: where they run is for the vCenter to say.
      text.append(i == 0 ? listed(guests) : "");
    }
    return text.toString();
  }

  private static String listed(List<Guest> guests) {
    return "      guests:\n"
        + guests.stream()
            .map(guest ->
                "        - {uuid: %s, name: vm-%d, pool: %s, cores: 0.25, memoryGiB: 4}%n"
                    .formatted(
                        guest.id(),
                        guests.indexOf(guest),
                        guests.indexOf(guest) < OFFICE ? "ahausen-office" : "bedorf-web"))
            .collect(Collectors.joining());
  }

  private static Vcenter witness(VsphereSimulator simulator) {
    return new Vcenter(
        new VsphereServer("simulator", simulator.uri()),
        VsphereClient.trusting(simulator.trust()),
        () -> new VsphereLogin(VsphereSimulator.USER, PASSWORD),
        Clock.systemUTC());
  }

  private static Map<MachineId, Power> powers(Inventory inventory) {
    var powers =
        inventory.hosts().stream().collect(toMap(Inventory.Host::id, Inventory.Host::power));
    powers.putAll(
        inventory.guests().stream().collect(toMap(Guest::id, Guest::power, (one, _) -> one)));
    return powers;
  }

  private static long off(Snapshot seen) {
    return seen.hosts().stream().filter(host -> host.power() == Power.OFF).count();
  }

  private static long inService(Snapshot seen) {
    return seen.hosts().stream().filter(Host::inService).count();
  }

  private static long awake(Snapshot seen) {
    return seen.workloads().stream().filter(workload -> workload.ready() == 1).count();
  }

  private static String describe(Snapshot seen) {
    var names = seen.hosts().stream().collect(toMap(Host::id, identity()));
    return seen.hosts().stream()
            .map(host ->
                "%s %s ready=%s cordoned=%s occupied=%s"
                    .formatted(
                        host.name(), host.power(), host.ready(), host.cordoned(), host.occupied()))
            .toList()
        + " "
        + seen.workloads().stream()
            .map(it ->
                "%s %d/%d on %s"
                    .formatted(
                        it.name(),
                        it.ready(),
                        it.replicas(),
                        it.on().stream().map(names::get).map(Host::name).toList()))
            .toList();
  }
}
