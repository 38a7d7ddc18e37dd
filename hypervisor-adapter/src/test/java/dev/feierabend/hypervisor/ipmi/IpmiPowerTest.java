package dev.feierabend.hypervisor.ipmi;

import static dev.feierabend.core.acting.PowerCapability.ON;
import static dev.feierabend.core.acting.PowerCapability.READING;
import static dev.feierabend.core.acting.PowerCapability.SOFT_OFF;
import static dev.feierabend.core.acting.PowerCapability.STATE;
import static dev.feierabend.hypervisor.ipmi.PlayedBoard.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.policies.terms.Watts;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpmiPowerTest {
  private static final String READING_OF_220 =
      """

          Instantaneous power reading:                   220 Watts
          Minimum during sampling period:                 18 Watts
          Maximum during sampling period:                401 Watts
          Average power reading over sample period:      219 Watts
          IPMI timestamp:                           11/23/26 19:00:00 UTC
          Sampling period:                          00000001 Seconds.
          Power reading state is:                   activated

      """;

  private final PlayedBoard board = new PlayedBoard();
  private final PowerController controller = board.controller();

  @Test
  void offIsAskedForSoftlyAndNeverOtherwise() {
    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(board.asked)
        .containsExactly("mc guid", "chassis power status", "chassis power soft");
  }

  @Test
  void whoseBoardItIsIsAskedOnceAndAgainAfterItWasSilent() {
    controller.state(MACHINE);
    controller.state(MACHINE);
    assertThat(board.asked.stream().filter("mc guid"::equals)).hasSize(1);

    board.answers.put("chassis power status", () -> new Heard.Silence("no answer"));
    controller.state(MACHINE);
    board.says("mc guid", "System GUID  : 99999999-4455-6677-8899-aabbccddeeff\n");

    assertThat(controller.on(MACHINE)).isInstanceOf(Answer.Refused.class);
    assertThat(board.asked).doesNotContain("chassis power on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "no such thing", ""})
  void aBoardThatNamesNoMachineIsBelievedToBeTheRightOne(String guid) {
    board.says("mc guid", "System GUID  : " + guid + "\n");

    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Chassis Power is",
        "Chassis Power is on\nChassis Power is off\n",
        "chassis power is on",
        "Chassis Power is offline",
        "<html>Chassis Power is off</html>",
        "\0\1\2"
      })
  void garbageIsUnknownAndNothingIsSwitchedOff(String garbage) {
    board.says("chassis power status", garbage);

    assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Unknown.class);
    assertThat(board.asked).doesNotContain("chassis power soft");
  }

  @Test
  void whatSaysOffAndFailedIsUnknown() {
    board.answers.put(
        "chassis power status", () -> new Heard.Said(1, "Chassis Power is off\n", "Killed"));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
  }

  @Test
  void anAnswerThatDoesNotComeIsUnknown() {
    board.isSilent();

    assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.on(MACHINE)).isEqualTo(new Answer.Unknown("no answer within 15000 ms"));
    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.Unknown.class);
    assertThat(controller.offer(MACHINE)).isInstanceOf(PowerOffer.Unknown.class);
  }

  @Test
  void aPressThatEndsWellAndSaysNothingIsUnknown() {
    board.says("chassis power soft", "");

    assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> RAKP 2 HMAC is invalid\nError: Unable to establish IPMI v2 / RMCP+ session",
        "RAKP 2 message indicates an error : unauthorized name\nError: Unable to establish"
      })
  void aWrongPasswordIsTriedOnceAndNotAgainUntilThereIsAnother(String complaint) {
    board.fails("mc guid", complaint);

    for (int i = 0; i < 5; i++) {
      assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
      assertThat(controller.on(MACHINE)).isInstanceOf(Answer.Refused.class);
    }
    assertThat(board.asked).containsExactly("mc guid");

    board.login = new Login("feierabend", "another");
    board.says("mc guid", "System GUID  : " + MACHINE + "\n");
    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
  }

  @Test
  void aBoardThatCannotBeReachedIsTriedAgain() {
    board.fails("mc guid", "Error: Unable to establish IPMI v2 / RMCP+ session");

    controller.state(MACHINE);
    controller.state(MACHINE);

    assertThat(board.asked).hasSize(2);
  }

  @Test
  void aBoardWithoutAGracefulWayIsNotForcedAndOffersNoneFromThenOn() {
    board.fails(
        "chassis power soft",
        "Set Chassis Power Control to Soft failed: Invalid data field in request");

    assertThat(controller.softOff(MACHINE))
        .isEqualTo(
            new Answer.Refused(
                "ipmitool: Set Chassis Power Control to Soft failed: Invalid data field in request"));
    assertThat(controller.offer(MACHINE)).isEqualTo(new PowerOffer.Known(Set.of(STATE, ON)));
    assertThat(board.asked).noneMatch(it -> it.matches(".*(off|cycle|reset|diag)"));
  }

  @Test
  void whatIsNotPossibleNowMayBeLater() {
    board.fails(
        "chassis power soft",
        "Set Chassis Power Control to Soft failed: Command not supported in present state");

    assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Refused.class);
    assertThat(controller.offer(MACHINE))
        .isEqualTo(new PowerOffer.Known(Set.of(STATE, ON, SOFT_OFF)));
  }

  @Test
  void whatTheBoardMeasuresIsReadInWatts() {
    board.says("dcmi power reading", READING_OF_220);

    assertThat(controller.reading(MACHINE))
        .isEqualTo(new PowerReading.Metered(new Watts(220), "IPMI, DCMI"));
    assertThat(controller.offer(MACHINE).includes(READING)).isTrue();
  }

  @Test
  void aBoardWithoutDcmiMeasuresNothingAndSaysSo() {
    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.NotOffered.class);
    assertThat(controller.offer(MACHINE).includes(READING)).isFalse();
  }

  @Test
  void aReadingThatIsSwitchedOffOrHalfIsNone() {
    board.says("dcmi power reading", READING_OF_220.replace("activated", "deactivated"));
    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.Unknown.class);

    board.says("dcmi power reading", READING_OF_220.substring(0, 60));
    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-H", "bmc 7", "bmc-7:0", "bmc-7:99999", "[::1", "$(id)", ""})
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> IpmiBoard.at(address, () -> board.login));
  }

  @Test
  void anAddressMayNameItsPort() {
    assertThat(IpmiBoard.at("[fd00::7]:6230", () -> board.login).where())
        .isEqualTo("[fd00::7]:6230");
    assertThat(IpmiBoard.at("10.0.0.7", () -> board.login).port()).isEqualTo(623);
  }
}
