package dev.feierabend.hypervisor.redfish;

import static dev.feierabend.hypervisor.redfish.FakeController.MACHINE;
import static dev.feierabend.hypervisor.redfish.FakeController.offering;
import static dev.feierabend.hypervisor.redfish.FakeController.says;
import static dev.feierabend.hypervisor.redfish.FakeController.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.planning.FleetPort.Power;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedfishPowerControllerTest {
  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private FakeController fake;
  private PowerController controller;

  @BeforeEach
  void aMachineThatIsOn() throws IOException {
    fake = new FakeController();
    controller = fake.client(() -> now);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void offIsAskedForGracefullyAndWithCredentials() {
    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets)
        .containsExactly(
            "/redfish/v1/Systems/blade%207/Actions/ComputerSystem.Reset"
                + " {\"ResetType\":\"GracefulShutdown\"}");
    assertThat(fake.authorizations).containsOnly(Optional.of("Basic ZmVpZXJhYmVuZDpnZWhlaW0="));
    assertThat(fake.where().toString()).doesNotContain("geheim");
  }

  @Test
  void aMachineThatIsOnIsNotSwitchedOnAgain() {
    assertThat(controller.on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).isEmpty();
  }

  @Test
  void whileOneResetSettlesNoOtherIsSent() {
    controller.softOff(MACHINE);

    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);
    assertThat(controller.on(MACHINE)).isInstanceOf(Answer.Unknown.class);

    assertThat(fake.resets).hasSize(1);
  }

  @Test
  void onceSeenOffItMayBeSwitchedOn() {
    controller.softOff(MACHINE);
    fake.toLook = says(200, system("Off"));

    assertThat(controller.on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).hasSize(2).last().asString().contains("\"On\"");
  }

  @Test
  void aResetWithoutAnEffectIsSentAgainWhenNoneIsToBeExpectedAnyMore() {
    controller.softOff(MACHINE);
    now = now.plus(Duration.ofMinutes(6));

    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PoweringOn", "PoweringOff", "Paused", ""})
  void neitherOnNorOffIsUnknownAndNotSwitchedOff(String powerState) {
    fake.toLook = says(200, system(powerState));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
    controller.softOff(MACHINE);

    assertThat(fake.resets).isEmpty();
  }

  @Test
  void aPausedMachineIsSwitchedOn() {
    fake.toLook = says(200, system("Paused"));

    assertThat(controller.on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).hasSize(1);
  }

  @Test
  void anotherMachineAtTheAddressIsNeverSwitched() {
    fake.toLook = says(200, system("On", "99999999-4455-6677-8899-aabbccddeeff"));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.resets).isEmpty();
  }

  @Test
  void aUuidInTheOtherByteOrderIsTheSameMachine() {
    fake.toLook = says(200, system("On", "33221100-5544-7766-8899-aabbccddeeff"));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
  }

  @Test
  void aControllerWithoutAGracefulWayIsNotForced() {
    fake.toLook = says(200, offering("On", "/reset", "On", "ForceOff"));

    assertThat(controller.softOff(MACHINE))
        .isEqualTo(
            new Answer.Refused(
                "Expected a controller that offers GracefulShutdown but it offers [On, ForceOff]"));
    assertThat(fake.resets).isEmpty();
  }

  @Test
  void theResetGoesWhereTheControllerSays() {
    fake.toLook = says(200, offering("On", "/oem/reset", "GracefulShutdown"));

    controller.softOff(MACHINE);

    assertThat(fake.resets).singleElement().asString().startsWith("/oem/reset ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.example/reset", "https://elsewhere.example/reset"})
  void aResetTargetElsewhereGetsNoCredentials(String target) {
    fake.toLook = says(200, offering("On", target, "GracefulShutdown"));

    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).singleElement().asString().startsWith("/redfish/v1/Systems/");
  }

  @Test
  void whatItOffersMayStandElsewhere() {
    fake.toLook =
        says(
            200,
            """
            {"PowerState": "On", "Actions": {"#ComputerSystem.Reset":
              {"target": "/reset", "@Redfish.ActionInfo": "/redfish/v1/info"}}}\
            """);
    fake.elsewhere.put(
        "/redfish/v1/info",
        says(
            200,
            """
            {"Parameters": [{"Name": "ResetType", "AllowableValues": ["On", "ForceOff"]}]}\
            """));

    assertThat(controller.offer(MACHINE))
        .isEqualTo(new PowerOffer.Known(Set.of(PowerCapability.STATE, PowerCapability.ON)));
    assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void whereOnIsCalledOtherwiseItIsStillOn() {
    fake.toLook = says(200, offering("Off", "/reset", "ForceOn", "ForceOff"));

    assertThat(controller.on(MACHINE)).isEqualTo(Answer.DONE);

    assertThat(fake.resets).containsExactly("/reset {\"ResetType\":\"ForceOn\"}");
  }

  @Test
  void aResetIsMeantForTheStateThatWasSeenAndAnotherStateIsLookedAtAgain() {
    fake.toLook = tagged("\"42\"");
    fake.toReset = says(412, "");

    assertThat(controller.softOff(MACHINE)).isInstanceOf(Answer.Unknown.class);
    assertThat(fake.headers.getLast().getFirst("If-Match")).isEqualTo("\"42\"");

    fake.toReset = says(204, "");
    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);
    assertThat(fake.headers.getLast()).doesNotContainKey("If-Match");
  }

  @Test
  void aWeakTagSaysNothingAboutAState() {
    fake.toLook = tagged("W/\"42\"");

    controller.softOff(MACHINE);

    assertThat(fake.headers.getLast()).doesNotContainKey("If-Match");
  }

  @Test
  void aControllerThatInsistsOnATagGetsOne() {
    fake.toReset =
        exchange ->
            says(exchange.getRequestHeaders().containsKey("If-Match") ? 204 : 428, "")
                .answer(exchange);

    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);
  }

  @Test
  void aConflictIsJudgedByWhatIsSeen() {
    fake.toReset =
        exchange -> {
          fake.toLook = says(200, system("Off"));
          says(409, "").answer(exchange);
        };

    assertThat(controller.softOff(MACHINE)).isEqualTo(Answer.DONE);
  }

  private static FakeController.Manner tagged(String etag) {
    return exchange -> {
      exchange.getResponseHeaders().add("ETag", etag);
      says(200, system("On")).answer(exchange);
    };
  }
}
