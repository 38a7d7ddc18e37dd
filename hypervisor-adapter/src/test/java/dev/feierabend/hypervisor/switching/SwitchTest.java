package dev.feierabend.hypervisor.switching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SwitchTest {
  private static final MachineId ID = MachineId.of("00000000-0000-0000-0000-000000000001");

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private final PlayedMachine machine = new PlayedMachine();
  private final Switch power = new Switch(ID, machine::look, Deadlines.USUAL, () -> now);

  @Test
  void aRefusalOfWhatIsAlreadySoIsNoRefusal() {
    machine.answer =
        () -> {
          machine.power = Power.OFF;
          return new Answer.Refused("HTTP 409: it is off");
        };

    assertThat(power.reach(Press.SOFT_OFF)).isEqualTo(Answer.DONE);
  }

  @Test
  void aRefusalOfWhatIsNotSoIsOne() {
    machine.answer = () -> new Answer.Refused("HTTP 409: not now");

    assertThat(power.reach(Press.SOFT_OFF)).isEqualTo(new Answer.Refused("HTTP 409: not now"));
  }

  @Test
  void aControllerThatSaysOffOfAMachineThatIsOnIsSwitchedOnAndNeverPressedForOff() {
    machine.power = Power.OFF;

    assertThat(power.reach(Press.SOFT_OFF)).isEqualTo(Answer.DONE);
    assertThat(machine.presses).isEmpty();
    assertThat(power.reach(Press.ON)).isEqualTo(Answer.DONE);
    assertThat(machine.presses).containsExactly(Press.ON);
  }

  @Test
  void aControllerThatTookAShutdownAndStillSaysOnIsNotBelievedToHaveDoneIt() {
    power.reach(Press.SOFT_OFF);

    assertThat(power.state()).isEqualTo(Power.ON);
    assertThat(power.reach(Press.ON)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void whatMayHaveBeenTakenIsNotCrossedByItsContrary() {
    machine.answer = () -> new Answer.Unknown("no answer");
    power.reach(Press.SOFT_OFF);
    machine.answer = () -> Answer.DONE;

    assertThat(power.reach(Press.ON)).isInstanceOf(Answer.Unknown.class);
    assertThat(power.reach(Press.SOFT_OFF)).isEqualTo(Answer.DONE);
    assertThat(machine.presses).containsExactly(Press.SOFT_OFF, Press.SOFT_OFF);
  }

  @Test
  void aMachineThatDoesNotHeedTwoShutdownsIsNotAskedForeverAndNeverForced() {
    for (int i = 0; i < 2; i++) {
      assertThat(power.reach(Press.SOFT_OFF)).isEqualTo(Answer.DONE);
      now = now.plus(Duration.ofMinutes(5));
    }

    assertThat(power.reach(Press.SOFT_OFF))
        .isEqualTo(
            new Answer.Refused(
                "Expected "
                    + ID
                    + " to shut down within PT5M, but it was asked 2 times and is on;"
                    + " look at its operating system"));
    assertThat(power.reach(Press.ON)).isEqualTo(Answer.DONE);
    assertThat(machine.presses).containsExactly(Press.SOFT_OFF, Press.SOFT_OFF);

    now = now.plus(Duration.ofHours(1));
    assertThat(power.reach(Press.SOFT_OFF)).isEqualTo(Answer.DONE);
  }

  @Test
  void aMachineThatDoesNotWakeIsAskedAgainForAsLongAsItIsWanted() {
    machine.power = Power.OFF;

    for (int i = 0; i < 10; i++) {
      assertThat(power.reach(Press.ON)).isEqualTo(Answer.DONE);
      now = now.plus(Duration.ofMinutes(1));
    }
    assertThat(machine.presses).hasSize(10);
  }

  @Test
  void whoIsNotSeenIsNotPressed() {
    machine.hidden = true;

    assertThat(power.state()).isEqualTo(Power.UNKNOWN);
    assertThat(power.reach(Press.ON)).isEqualTo(new Answer.Unknown("no answer"));
    assertThat(machine.presses).isEmpty();
  }
}
