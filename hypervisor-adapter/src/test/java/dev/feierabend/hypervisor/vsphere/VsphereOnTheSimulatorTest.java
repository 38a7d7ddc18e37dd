package dev.feierabend.hypervisor.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.EmulatedHallContract;
import dev.feierabend.policies.terms.MachineId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The contract on govmomi's simulator, and what only vSphere has.
class VsphereOnTheSimulatorTest extends EmulatedHallContract<SimulatedVcenter> {
  @Override
  protected SimulatedVcenter begin() {
    return new SimulatedVcenter();
  }

  @Test
  void itCanDoAllThatTheLoginMay() {
    HypervisorPort hypervisor = hypervisor();
    seen(hypervisor);

    assertThat(hypervisor.capabilities()).containsExactlyInAnyOrder(Capability.values());
  }

  @Test
  void itTellsWhatAHostIs() {
    Inventory seen = seen(hypervisor());

    assertThat(seen.hosts())
        .isNotEmpty()
        .allSatisfy(host ->
            assertThat(host.make().facts())
                .extracting(Make.Fact::kind)
                .contains(Make.Kind.MODEL, Make.Kind.HYPERVISOR));
    System.out.println("Told by the simulator: " + seen.hosts().getFirst().make());
  }

  @Test
  void aClusterThatDecidesForItselfIsNamedAndOneThatRecommendsIsNot() {
    Inventory seen = seen(hypervisor());

    assertThat(seen.clusters()).hasSize(2);
    assertThat(seen.conflicts())
        .containsExactlyInAnyOrder(
            new Conflict(Conflict.Kind.SECOND_BALANCER, "DC0_C1"),
            new Conflict(Conflict.Kind.SECOND_OWNER, "DC0_C1"),
            new Conflict(Conflict.Kind.NO_ROOM_RESERVED, "DC0_C1"));
  }

  @Test
  void aGuestDoesNotLeaveItsCluster() {
    MachineId guest = guest();
    Inventory seen = seen(hypervisor());
    MachineId elsewhere =
        seen.hosts().stream()
            .filter(host -> host.cluster().filter("DC0_C1"::equals).isPresent())
            .findFirst()
            .orElseThrow()
            .id();

    assertThat(hypervisor().migrate(guest, elsewhere)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void whatAnotherSessionDoesIsSeen() {
    MachineId guest = guest();
    MachineId target = target(guest);
    seen(hypervisor());
    try (var other = hall().another()) {
      assertThat(new VsphereHypervisor(other).migrate(guest, target)).isEqualTo(Answer.DONE);
    }

    assertThat(seen(hypervisor()).guest(guest))
        .matches(it -> it.orElseThrow().on().filter(target::equals).isPresent());
  }

  @Test
  void aSessionThatAnAdministratorEndsIsRenewed() {
    HypervisorPort hypervisor = hypervisor();
    seen(hypervisor);
    String key = hall().vcenter().session().key().orElseThrow();
    try (var administrator = hall().another()) {
      administrator
          .session()
          .call(Request.of("TerminateSession", "sessionManager", Xml.of("sessionId", key)));
    }

    assertThat(seen(hypervisor).hosts()).hasSize(12);
    assertThat(hall().vcenter().session().key()).isPresent().isNotEqualTo(key);
  }

  @Test
  void nobodyMetersPowerHereAndNoneIsInvented() {
    seen(hypervisor());

    assertThat(hypervisor().usage(now().minusSeconds(600), now()))
        .hasSizeGreaterThan(12)
        .extracting(Sample::watts)
        .allMatch(Optional::isEmpty);
  }
}
