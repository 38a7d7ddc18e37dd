package dev.feierabend.core.acting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every power controller does, whatever it switches. Answers are not believed here either:
/// the observed state decides.
public abstract class PowerControllerContract {
  private static final MachineId STRANGER = MachineId.of("dddddddd-dddd-dddd-dddd-dddddddddddd");
  private static final Duration PATIENCE_WITH_SILENCE = Duration.ofSeconds(25);

  /// The one under test, with no memory of earlier tests.
  protected abstract PowerController controller();

  /// A machine of it that is on and that no other test has touched.
  protected abstract MachineId machine();

  /// One that should reach `machine` but can't.
  protected abstract PowerController unreachable(MachineId machine);

  /// Within this, an accepted switch is seen.
  protected Duration settles() {
    return Duration.ofSeconds(30);
  }

  /// Called before each look: moves the clock where time is virtual.
  protected void letTimePass() {}

  @Test
  void switchedOffAMachineIsSeenOffAndSwitchedOnItIsSeenOn() {
    PowerController controller = controller();
    MachineId machine = machine();
    assertThat(controller.state(machine)).isEqualTo(Power.ON);

    assertThat(controller.softOff(machine)).isEqualTo(Answer.DONE);
    awaitPower(controller, machine, Power.OFF);

    assertThat(controller.on(machine)).isEqualTo(Answer.DONE);
    awaitPower(controller, machine, Power.ON);
  }

  @Test
  void askingTwiceDoesNoHarm() {
    PowerController controller = controller();
    MachineId machine = machine();

    assertThat(controller.softOff(machine)).isEqualTo(Answer.DONE);
    assertThat(controller.softOff(machine)).isEqualTo(Answer.DONE);
    awaitPower(controller, machine, Power.OFF);

    assertThat(controller.softOff(machine)).isEqualTo(Answer.DONE);
    letTimePass();
    assertThat(controller.state(machine)).isEqualTo(Power.OFF);
  }

  @Test
  void askingForWhatIsAlreadySoChangesNothing() {
    PowerController controller = controller();
    MachineId machine = machine();

    assertThat(controller.on(machine)).isEqualTo(Answer.DONE);

    letTimePass();
    assertThat(controller.state(machine)).isEqualTo(Power.ON);
  }

  @Test
  void aMachineThatItDoesNotKnowIsUnknownAndRefused() {
    PowerController controller = controller();

    assertThat(controller.state(STRANGER)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.on(STRANGER)).isInstanceOf(Answer.Refused.class);
    assertThat(controller.softOff(STRANGER)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aMachineThatCannotBeReachedIsUnknownInGoodTime() {
    MachineId machine = machine();
    PowerController controller = unreachable(machine);

    await()
        .atMost(PATIENCE_WITH_SILENCE)
        .untilAsserted(() -> {
          assertThat(controller.state(machine)).isEqualTo(Power.UNKNOWN);
          assertThat(controller.on(machine)).isInstanceOf(Answer.Unknown.class);
          assertThat(controller.softOff(machine)).isInstanceOf(Answer.Unknown.class);
        });
  }

  private void awaitPower(PowerController controller, MachineId machine, Power wanted) {
    await()
        .atMost(settles())
        .until(() -> {
          letTimePass();
          return controller.state(machine) == wanted;
        });
  }
}
