package dev.feierabend.hypervisor.libvirt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.hypervisor.centre.Centre;
import dev.feierabend.hypervisor.centre.CentreEffects;
import dev.feierabend.hypervisor.centre.CentreFleet;
import dev.feierabend.hypervisor.centre.Cordons;
import dev.feierabend.hypervisor.centre.GuestNames;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.LibvirtDriver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts and guests of a fleet document on libvirt's own library with its test driver, which moves
/// no guests and has no maintenance: what of a night is left then.
class CentreOnLibvirtTest {
  private static final MachineId MAIL = MachineId.of("00000000-0000-0000-0000-000000000011");
  private static final MachineId WEB = MachineId.of("00000000-0000-0000-0000-000000000012");
  private static final ActionId ACTION = new ActionId("plan#1");

  private static final String DOCUMENT =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: nord}
      spec:
        tenants: [{id: ahausen, name: Gemeinde Ahausen}]
        controllers:
          - {name: kvm, kind: libvirt, url: "test://%s/*.xml"}
          - {name: bmc, kind: redfish, url: "https://bmc.example"}
        pools:
          - {id: machines, hypervisor: kvm}
          - {id: office, tenant: ahausen, hypervisor: kvm}
        hosts:
          - {uuid: 00000000-0000-0000-0000-000000000001, name: kvm-1, pool: machines, cores: 16,
             memoryGiB: 64, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
             bootWatts: 150, controller: bmc, guests: [
             {uuid: 00000000-0000-0000-0000-000000000011, name: mail, pool: office, cores: 1,
              memoryGiB: 1},
             {uuid: 00000000-0000-0000-0000-000000000012, name: web, pool: office, cores: 1,
              memoryGiB: 1}]}
          - {uuid: 00000000-0000-0000-0000-000000000002, name: kvm-2, pool: machines, cores: 16,
             memoryGiB: 64, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
             bootWatts: 150, controller: bmc}
      """;

  @TempDir private Path folder;
  private final Set<MachineId> tookAway = new HashSet<>();
  private final Set<MachineId> off = new HashSet<>();

  @Test
  void guestsShutDownTheirHostGoesAndInTheMorningTheyStartWhereTheyWere() {
    driver("kvm-1", new LibvirtDriver.Guest("mail", UUID.fromString(MAIL.toString())));
    driver("kvm-2", new LibvirtDriver.Guest("web", UUID.fromString(WEB.toString())));
    Fleet fleet = document();
    MachineId host = fleet.hosts().getFirst().id();
    try (var libvirt = LibvirtHypervisor.of("kvm", hosts(fleet), Clock.systemUTC())) {
      var centre =
          new Centre(
              "kvm", fleet, libvirt, boards(), new Cordons(tookAway::contains), Clock.systemUTC());
      var seen = new CentreFleet(centre);
      var effects = CentreEffects.of(centre, Patience.of(Duration.ofMinutes(1)));
      assertThat(guest(seen, MAIL).on()).containsExactly(host);
      assertThat(guest(seen, WEB).on()).doesNotContain(host);

      tookAway.add(host);
      assertThat(effects.power().softOff(host)).isInstanceOf(Answer.NotYet.class);
      effects.guests().sleep(new Step.Sleep(GuestNames.workload(MAIL), 0), ACTION);
      assertThat(guest(seen, MAIL).replicas()).isZero();
      Answer answer = Answer.STILL_ASKED;
      for (int asked = 0; asked < 3 && answer.equals(Answer.STILL_ASKED); asked++) {
        answer = effects.power().softOff(host);
      }
      assertThat(answer).as("who can't be laid elsewhere keeps no host on").isEqualTo(Answer.DONE);
      assertThat(off).containsExactly(host);

      off.clear();
      assertThat(effects.hosts().admit(host, ACTION)).isEqualTo(Answer.DONE);
      var wake = new Step.Wake(GuestNames.workload(MAIL), 1, 0, Optional.of(host));
      assertThat(effects.guests().wake(wake, new ActionId("plan#2"))).isEqualTo(Answer.DONE);
      assertThat(guest(seen, MAIL).ready()).isEqualTo(1);
      assertThat(guest(seen, MAIL).on()).containsExactly(host);
    }
  }

  private void driver(String name, LibvirtDriver.Guest guest) {
    LibvirtDriver.host(folder, name, List.of(guest));
  }

  private Fleet document() {
    byte[] text = DOCUMENT.formatted(folder).getBytes(UTF_8);
    return switch (FleetParser.parse("fleet.yaml", text)) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<LibvirtHost> hosts(Fleet fleet) {
    Controller kvm = fleet.hypervisors().getFirst();
    return fleet.hosts().stream()
        .map((Host host) ->
            new LibvirtHost(host.id(), host.name(), kvm.urlFor(host.name()).orElseThrow()))
        .toList();
  }

  private PowerController boards() {
    return new PowerController() {
      @Override
      public Power state(MachineId machine) {
        return off.contains(machine) ? Power.OFF : Power.ON;
      }

      @Override
      public Answer on(MachineId machine) {
        off.remove(machine);
        return Answer.DONE;
      }

      @Override
      public Answer softOff(MachineId machine) {
        off.add(machine);
        return Answer.DONE;
      }
    };
  }

  private static Workload guest(CentreFleet seen, MachineId id) {
    return seen.observe().workloads().stream()
        .filter(it -> it.id().equals(GuestNames.workload(id)))
        .findFirst()
        .orElseThrow();
  }
}
