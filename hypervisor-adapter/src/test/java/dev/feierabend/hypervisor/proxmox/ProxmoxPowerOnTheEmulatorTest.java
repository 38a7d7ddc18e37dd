package dev.feierabend.hypervisor.proxmox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerControllerContract;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.ProxmoxEmulator.Kind;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A node's shutdown and its waking by another node, as the contract of every power controller
/// wants them.
class ProxmoxPowerOnTheEmulatorTest extends PowerControllerContract {
  private static EmulatedCluster emulated;

  @BeforeAll
  static void start() {
    emulated = new EmulatedCluster();
  }

  @AfterAll
  static void stop() {
    if (emulated != null) {
      emulated.close();
    }
  }

  @Override
  protected PowerController controller() {
    List<MachineId> nodes = emulated.inventory().hosts().stream().map(Host::id).toList();
    return ProxmoxPower.of(emulated.cluster(), nodes, ProxmoxPower.USUAL, Clock.systemUTC());
  }

  @Override
  protected PowerController unreachable(MachineId machine) {
    return ProxmoxPower.of(
        emulated.nowhere(), List.of(machine), ProxmoxPower.USUAL, Clock.systemUTC());
  }

  @Override
  protected MachineId machine() {
    return emulated.hostToEmpty();
  }

  @Test
  void aNodeOnWhichAGuestRunsStaysOn() {
    MachineId node = emulated.only(Kind.TIED).on().orElseThrow();

    assertThat(controller().softOff(node)).isInstanceOf(Answer.NotYet.class);
  }

  /// Lesson 1, as far as it shows before anything sleeps.
  @Test
  void aNodeThatNobodyCouldWakeOffersNoSwitchAndStaysOn() {
    MachineId node = emulated.node("pve" + EmulatedCluster.NODES);
    PowerController controller = controller();

    assertThat(controller.offer(node).includes(PowerCapability.SOFT_OFF)).isFalse();
    assertThat(controller.softOff(node)).isInstanceOf(Answer.Refused.class);
    assertThat(controller.state(node)).isEqualTo(Power.ON);
  }
}
