package dev.feierabend.hypervisor.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Standby and wake by vCenter, as the contract of every power controller wants them.
class VspherePowerOnTheSimulatorTest extends PowerControllerContract {
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
  protected PowerController controller() {
    return new VspherePowerController(simulated.vcenter());
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    return new VspherePowerController(simulated.nowhere());
  }

  /// One whose guests have gone.
  @Override
  protected MachineId machine() {
    MachineId host = simulated.hostToEmpty();
    var hypervisor = simulated.hypervisor();
    for (MachineId guest : HypervisorPortContract.running(simulated.inventory(), host)) {
      hypervisor.shutDown(guest, Patience.of(Duration.ofMinutes(1)));
    }
    await().until(() -> !simulated.inventory().host(host).orElseThrow().occupied());
    return host;
  }

  @Test
  void aHostOnWhichAGuestRunsStaysOn() {
    MachineId host =
        simulated.inventory().guest(simulated.guest()).orElseThrow().on().orElseThrow();

    assertThat(controller().softOff(host)).isInstanceOf(Answer.NotYet.class);
  }
}
