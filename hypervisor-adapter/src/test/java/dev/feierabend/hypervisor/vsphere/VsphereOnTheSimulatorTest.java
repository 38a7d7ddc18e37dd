package dev.feierabend.hypervisor.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract on govmomi's simulator, and what only vSphere has.
class VsphereOnTheSimulatorTest extends HypervisorPortContract {
  private static SimulatedVcenter simulated;

  @BeforeAll
  static void start() {
    simulated = new SimulatedVcenter();
  }

  @AfterAll
  static void stop() {
    if (simulated != null) {
      simulated.close();
    }
  }

  @Override
  protected HypervisorPort hypervisor() {
    return new VsphereHypervisor(simulated.vcenter());
  }

  @Override
  protected HypervisorPort unreachable() {
    return new VsphereHypervisor(simulated.unreachable());
  }

  @Override
  protected MachineId guest() {
    return simulated.guest();
  }

  @Override
  protected MachineId target(MachineId guest) {
    return simulated.target(guest);
  }

  @Override
  protected MachineId hostToEmpty() {
    return simulated.hostToEmpty();
  }

  @Override
  protected Instant now() {
    return Instant.now();
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
  void itDoesNotLetInWhoHasAnotherPassword() {
    try (var other = simulated.withPassword("falsch")) {
      assertThat(other.sight()).isInstanceOf(Sight.Unseen.class);
    }
  }

  @Test
  void whatAnotherSessionDoesIsSeen() {
    MachineId guest = guest();
    MachineId target = target(guest);
    seen(hypervisor());
    try (var other = simulated.another()) {
      assertThat(new VsphereHypervisor(other).migrate(guest, target)).isEqualTo(Answer.DONE);
    }

    assertThat(seen(hypervisor()).guest(guest))
        .matches(it -> it.orElseThrow().on().filter(target::equals).isPresent());
  }

  @Test
  void aSessionThatAnAdministratorEndsIsRenewed() {
    HypervisorPort hypervisor = hypervisor();
    seen(hypervisor);
    String key = simulated.vcenter().session().key().orElseThrow();
    try (var administrator = simulated.another()) {
      administrator
          .session()
          .call(Request.of("TerminateSession", "sessionManager", Xml.of("sessionId", key)));
    }

    assertThat(seen(hypervisor).hosts()).hasSize(12);
    assertThat(simulated.vcenter().session().key()).isPresent().isNotEqualTo(key);
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
