package dev.feierabend.hypervisor.redfish;

import static dev.feierabend.hypervisor.redfish.FakeController.MACHINE;
import static dev.feierabend.hypervisor.redfish.FakeController.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.login.Login;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedfishFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");

  private FakeController fake;
  private PowerController controller;

  @BeforeEach
  void aMachineThatIsOn() throws IOException {
    fake = new FakeController();
    controller = fake.client(() -> NOW, Duration.ofMillis(500));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void aRefusalCarriesTheControllersOwnSentence() {
    fake.toReset =
        says(
            400,
            """
            {"error": {"message": "See below", "@Message.ExtendedInfo":
              [{"Message": "The operating system does not listen."}]}}\
            """);

    assertThat(controller.softOff(MACHINE))
        .isEqualTo(new Answer.Refused("HTTP 400: The operating system does not listen."));
  }

  @Test
  void aWrongPasswordIsTriedOnceAndNotAgainUntilThereIsAnother() {
    fake.toLook = says(401, "");

    assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
    int tried = fake.authorizations.size();
    assertThat(controller.on(MACHINE))
        .asInstanceOf(type(Answer.Refused.class))
        .extracting(Answer.Refused::because)
        .asString()
        .contains("refuses the login of feierabend")
        .doesNotContain("geheim");
    assertThat(fake.authorizations).hasSize(tried).hasSize(1);

    fake.login = new Login("feierabend", "another");
    fake.toLook = says(200, FakeController.system("On"));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
  }

  @Test
  void afterAnUnknownOutcomeItIsAskedAgain() {
    fake.toReset = says(503, "busy");
    assertThat(controller.softOff(MACHINE)).isEqualTo(new Answer.Unknown("HTTP 503"));

    fake.toReset = says(204, "");
    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).hasSize(2);
  }

  @Test
  void whateverGoesWrongTheStateIsUnknownAndNothingIsAsked() {
    List<FakeController.Manner> faults =
        List.of(
            says(503, "busy"),
            says(302, ""),
            says(200, "<html>Log in</html>"),
            says(200, "[]"),
            says(200, "{\"PowerState\": null}"),
            says(200, "x".repeat(2 << 20)),
            fake.hangs(),
            fake.hangsInMidSentence());

    assertThat(faults)
        .allSatisfy(fault -> {
          fake.toLook = fault;
          assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
          assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Unknown.class);
        });
    assertThat(fake.resets).isEmpty();
  }

  @Test
  void aResetThatHangsIsUnknown() {
    fake.toReset = fake.hangs();

    assertThat(controller.softOff(MACHINE))
        .isEqualTo(new Answer.Unknown("no answer within 500 ms"));
  }

  @Test
  void halfAJsonDocumentIsUnknownAndNothingIsSwitchedOff() {
    String whole = FakeController.system("On");
    for (int end = 0; end < whole.length(); end++) {
      fake.toLook = says(200, whole.substring(0, end));

      assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Unknown.class);
    }
    assertThat(fake.resets).isEmpty();
  }

  @Test
  void anAnswerThatComesFarTooLateIsUnknownAndTheNextOneCounts() {
    fake.toLook = fake.hangs();
    assertThat(controller.softOff(MACHINE))
        .isEqualTo(new Answer.Unknown("no answer within 500 ms"));

    fake.toLook = says(200, FakeController.system("On"));
    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);
  }
}
