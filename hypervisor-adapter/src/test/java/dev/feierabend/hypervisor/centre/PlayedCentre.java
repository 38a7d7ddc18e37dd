package dev.feierabend.hypervisor.centre;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Two hosts of 64 GiB and three guests of 8 GiB on the first, of which the document names two; the
/// hypervisor switches the first host, a board the second.
final class PlayedCentre {
  static final MachineId FIRST = MachineId.of("00000000-0000-0000-0000-000000000001");
  static final MachineId SECOND = MachineId.of("00000000-0000-0000-0000-000000000002");
  static final MachineId MAIL = MachineId.of("00000000-0000-0000-0000-000000000011");
  static final MachineId WEB = MachineId.of("00000000-0000-0000-0000-000000000012");
  static final MachineId STRANGER = MachineId.of("00000000-0000-0000-0000-000000000013");
  static final ActionId ACTION = new ActionId("plan#1");

  private static final String DOCUMENT =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: nord}
      spec:
        tenants: [{id: ahausen, name: Gemeinde Ahausen}]
        controllers:
          - {name: hall, kind: vsphere, url: "https://vcenter.example", credentials: vcenter}
          - {name: bmc, kind: redfish, url: "https://bmc.example"}
        pools:
          - {id: machines, hypervisor: hall}
          - {id: office, tenant: ahausen, hypervisor: hall}
        hosts:
          - {uuid: 00000000-0000-0000-0000-000000000001, name: esx-1, pool: machines, cores: 32,
             memoryGiB: 128, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
             bootWatts: 150, controller: hall}
          - {uuid: 00000000-0000-0000-0000-000000000002, name: esx-2, pool: machines, cores: 8,
             memoryGiB: 64, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
             bootWatts: 150, controller: bmc, guests: [
             {uuid: 00000000-0000-0000-0000-000000000011, name: mail, pool: office, cores: 1,
              memoryGiB: 16},
             {uuid: 00000000-0000-0000-0000-000000000012, name: web, pool: office, cores: 1,
              memoryGiB: 4, movable: false}]}
      """;

  final PlayedHypervisor hypervisor = new PlayedHypervisor();
  final Set<MachineId> tookAway = new HashSet<>();
  Power board = Power.ON;
  Make boards = Make.UNTOLD;
  final Centre centre;
  final CentreFleet fleet;
  final CentreEffects effects;

  PlayedCentre() {
    hypervisor.host(FIRST, 64 * 1024L);
    hypervisor.host(SECOND, 64 * 1024L);
    hypervisor.guest(MAIL, FIRST, Power.ON);
    hypervisor.guest(WEB, FIRST, Power.ON);
    hypervisor.guest(STRANGER, FIRST, Power.ON);
    centre =
        new Centre(
            "hall",
            document(),
            hypervisor,
            switches(),
            new Cordons(tookAway::contains),
            () -> PlayedHypervisor.NOW);
    fleet = new CentreFleet(centre);
    effects = CentreEffects.of(centre, Patience.of(Duration.ofMinutes(5)));
  }

  private static Fleet document() {
    return switch (FleetParser.parse("fleet.yaml", DOCUMENT.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  /// The board tells another power than the hypervisor where a test wants it.
  private PowerController switches() {
    return new PowerController() {
      @Override
      public Power state(MachineId machine) {
        return machine.equals(SECOND) ? board : hypervisor.state(machine);
      }

      @Override
      public Make make(MachineId machine) {
        return boards;
      }

      @Override
      public Answer on(MachineId machine) {
        return hypervisor.on(machine);
      }

      @Override
      public Answer softOff(MachineId machine) {
        return hypervisor.softOff(machine);
      }
    };
  }

  Host host(MachineId id) {
    return fleet.observe().hosts().stream()
        .filter(host -> host.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Workload guest(MachineId id) {
    return fleet.observe().workloads().stream()
        .filter(it -> it.id().equals(GuestNames.workload(id)))
        .findFirst()
        .orElseThrow();
  }
}
