package dev.feierabend.hypervisor.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.VsphereSimulator.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tasks of a vCenter that go wrong on their way.
class VsphereTroubleOnTheSimulatorTest {
  private static SimulatedVcenter simulated;
  private static Vcenter vcenter;

  @BeforeAll
  static void start() {
    simulated = new SimulatedVcenter();
    vcenter = simulated.impatient();
  }

  @AfterAll
  static void stop() {
    if (simulated != null) {
      vcenter.close();
      simulated.close();
    }
  }

  @Test
  void aMoveThatFailsWhenNineTenthsAreDoneIsRefusedAndTheGuestRunsWhereItWas() {
    HypervisorPort hypervisor = new VsphereHypervisor(vcenter);
    MachineId guest = simulated.guest();
    MachineId target = simulated.target(guest);
    Inventory.Guest before = simulated.inventory().guest(guest).orElseThrow();
    simulated.fault(Fault.MOVES, true);

    assertThat(hypervisor.migrate(guest, target)).isEqualTo(Answer.STILL_ASKED);
    await()
        .untilAsserted(
            () -> assertThat(hypervisor.migrate(guest, target)).isInstanceOf(Answer.Refused.class));

    assertThat(simulated.inventory().guest(guest)).contains(before);
    simulated.fault(Fault.MOVES, false);
    await().until(() -> hypervisor.migrate(guest, target) instanceof Answer.Done);
  }

  @Test
  void aStandbyThatDoesNotEndIsFollowedAndNotBegunAnewAndAWakeWaitsForIt() {
    PowerController controller = new VspherePowerController(vcenter);
    MachineId host = empty();
    simulated.fault(Fault.MAINTENANCE, true);

    assertThat(controller.softOff(host)).isEqualTo(Answer.STILL_ASKED);
    assertThat(controller.softOff(host)).isEqualTo(Answer.STILL_ASKED);
    assertThat(controller.on(host)).isInstanceOf(Answer.Unknown.class);
    assertThat(controller.state(host)).isEqualTo(Power.ON);

    simulated.fault(Fault.MAINTENANCE, false);
    await().until(() -> controller.on(host) instanceof Answer.Done);
    assertThat(controller.state(host)).isEqualTo(Power.ON);
  }

  @Test
  void aHostThatWakesWhereNobodyHearsOfItIsNotTakenForOneThatIsBack() {
    PowerController controller = new VspherePowerController(vcenter);
    MachineId host = empty();
    await().until(() -> controller.softOff(host) instanceof Answer.Done);
    simulated.fault(Fault.ADDRESS, true);

    await().until(() -> controller.on(host) instanceof Answer.Unknown);
    assertThat(controller.state(host)).isEqualTo(Power.UNKNOWN);
    assertThat(simulated.inventory().host(host).orElseThrow().inService()).isFalse();

    simulated.fault(Fault.ADDRESS, false);
    await().until(() -> controller.state(host) == Power.ON);
    assertThat(simulated.inventory().host(host).orElseThrow().inService()).isTrue();
  }

  private static MachineId empty() {
    MachineId host = simulated.hostToEmpty();
    var hypervisor = new VsphereHypervisor(simulated.vcenter());
    for (MachineId guest : HypervisorPortContract.running(simulated.inventory(), host)) {
      hypervisor.shutDown(guest, Patience.of(Duration.ofMinutes(1)));
    }
    await().until(() -> !simulated.inventory().host(host).orElseThrow().occupied());
    return host;
  }
}
