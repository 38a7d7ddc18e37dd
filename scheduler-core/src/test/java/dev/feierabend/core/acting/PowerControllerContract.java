package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.PowerCapability.ON;
import static dev.feierabend.core.acting.PowerCapability.READING;
import static dev.feierabend.core.acting.PowerCapability.SOFT_OFF;
import static dev.feierabend.core.acting.PowerCapability.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.RealServers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// What every power controller does, whatever it switches. Answers are not believed here either:
/// the observed state decides. What a controller doesn't offer can't be tried on it; then the run
/// notes which test that leaves out, and another holds it to refusing.
public abstract class PowerControllerContract {
  private static final MachineId STRANGER = MachineId.of("dddddddd-dddd-dddd-dddd-dddddddddddd");
  private static final Duration PATIENCE_WITH_SILENCE = Duration.ofSeconds(25);

  private String test = "";

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

  @BeforeEach
  void rememberItsName(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @Test
  void switchedOffAMachineIsSeenOffAndSwitchedOnItIsSeenOn() {
    PowerController controller = controller();
    MachineId machine = machine();
    if (lacks(controller, machine, STATE, ON, SOFT_OFF)) {
      return;
    }
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
    if (lacks(controller, machine, STATE, SOFT_OFF)) {
      return;
    }

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
    if (lacks(controller, machine, STATE, ON)) {
      return;
    }

    assertThat(controller.on(machine)).isEqualTo(Answer.DONE);

    letTimePass();
    assertThat(controller.state(machine)).isEqualTo(Power.ON);
  }

  @Test
  void whatIsMeasuredIsInWattsAndNamesItsSource() {
    PowerController controller = controller();
    MachineId machine = machine();
    if (lacks(controller, machine, READING)) {
      return;
    }

    assertThat(controller.reading(machine)).isInstanceOf(PowerReading.Metered.class);
  }

  @Test
  void whatIsNotOfferedIsRefusedAndChangesNothing() {
    PowerController controller = controller();
    MachineId machine = machine();
    PowerOffer offer = controller.offer(machine);
    Power before = controller.state(machine);

    assertThat(offer).isInstanceOf(PowerOffer.Known.class);
    assertThat(offer.includes(STATE)).isEqualTo(before != Power.UNKNOWN);
    if (!offer.includes(ON)) {
      assertThat(controller.on(machine)).isInstanceOf(Answer.Refused.class);
    }
    if (!offer.includes(SOFT_OFF)) {
      assertThat(controller.softOff(machine)).isInstanceOf(Answer.Refused.class);
    }
    if (!offer.includes(READING)) {
      assertThat(controller.reading(machine)).isInstanceOf(PowerReading.NotOffered.class);
    }
    letTimePass();
    assertThat(controller.state(machine)).isEqualTo(before);
  }

  @Test
  void aMachineThatItDoesNotKnowIsUnknownAndRefused() {
    PowerController controller = controller();

    assertThat(controller.offer(STRANGER)).isEqualTo(PowerOffer.NOTHING);
    assertThat(controller.state(STRANGER)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.on(STRANGER)).isInstanceOf(Answer.Refused.class);
    assertThat(controller.softOff(STRANGER)).isInstanceOf(Answer.Refused.class);
    assertThat(controller.reading(STRANGER)).isInstanceOf(PowerReading.NotOffered.class);
  }

  @Test
  void aMachineThatCannotBeReachedIsUnknownInGoodTime() {
    MachineId machine = machine();
    PowerOffer offer = controller().offer(machine);
    PowerController controller = unreachable(machine);

    await()
        .atMost(PATIENCE_WITH_SILENCE)
        .untilAsserted(() -> {
          assertThat(controller.state(machine)).isEqualTo(Power.UNKNOWN);
          assertThat(controller.on(machine)).isInstanceOf(silence(offer, ON));
          assertThat(controller.softOff(machine)).isInstanceOf(silence(offer, SOFT_OFF));
          assertThat(controller.reading(machine)).isNotInstanceOf(PowerReading.Metered.class);
        });
  }

  private static Class<? extends Answer> silence(PowerOffer offer, PowerCapability asked) {
    return offer.includes(asked) ? Answer.Unknown.class : Answer.Refused.class;
  }

  /// Whether the test must be left out, which is noted.
  private boolean lacks(PowerController controller, MachineId machine, PowerCapability... needed) {
    PowerOffer offer = controller.offer(machine);
    var missing = EnumSet.copyOf(List.of(needed));
    missing.removeIf(offer::includes);
    if (!missing.isEmpty()) {
      RealServers.note(
          "NOT OFFERED %s: %s leaves out %s".formatted(missing, getClass().getSimpleName(), test));
    }
    return !missing.isEmpty();
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
