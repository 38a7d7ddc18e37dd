package dev.feierabend.hypervisor.redfish;

import static dev.feierabend.hypervisor.redfish.FakeController.MACHINE;
import static dev.feierabend.hypervisor.redfish.FakeController.says;
import static dev.feierabend.hypervisor.redfish.FakeController.system;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.redfish.FakeController.Manner;
import dev.feierabend.hypervisor.switching.Switchboard;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedfishSessionsTest {
  private static final String SESSIONS = "/redfish/v1/SessionService/Sessions";

  private final AtomicInteger begun = new AtomicInteger();
  private FakeController fake;
  private PowerController controller;

  @BeforeEach
  void aControllerThatOffersSessions() throws IOException {
    fake = new FakeController();
    fake.elsewhere.put(
        "/redfish/v1/",
        says(200, "{\"Links\": {\"Sessions\": {\"@odata.id\": \"%s\"}}}".formatted(SESSIONS)));
    fake.elsewhere.put(SESSIONS, begins());
    fake.elsewhere.put(SESSIONS + "/1", says(204, ""));
    controller = fake.client(() -> Instant.EPOCH);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Manner begins() {
    return exchange -> {
      exchange.getResponseHeaders().add("X-Auth-Token", "token-" + begun.incrementAndGet());
      exchange.getResponseHeaders().add("Location", SESSIONS + "/1");
      says(201, "{}").answer(exchange);
    };
  }

  @Test
  void thePasswordIsSentOnceAndATokenWithEveryRequest() {
    controller.state(MACHINE);
    controller.state(MACHINE);
    controller.softOff(MACHINE);

    assertThat(begun).hasValue(1);
    assertThat(fake.authorizations).hasSize(4).containsOnly(Optional.empty());
    assertThat(fake.headers.getLast().getFirst("X-Auth-Token")).isEqualTo("token-1");
  }

  @Test
  void aSessionThatHasEndedIsBegunAnewOnce() {
    controller.state(MACHINE);
    fake.toLook =
        exchange -> {
          boolean old = exchange.getRequestHeaders().getFirst("X-Auth-Token").equals("token-1");
          says(old ? 401 : 200, system("On")).answer(exchange);
        };

    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
    assertThat(begun).hasValue(2);
  }

  @Test
  void aWrongPasswordIsTriedOnceAndNotWithEveryRequestAsWell() {
    fake.elsewhere.put(SESSIONS, says(403, ""));

    for (int i = 0; i < 5; i++) {
      assertThat(controller.on(MACHINE)).isInstanceOf(Answer.Refused.class);
    }

    assertThat(fake.requests).containsExactly("GET /redfish/v1/", "POST " + SESSIONS);
  }

  @Test
  void aControllerThatBearsNoMoreSessionsIsAskedWithThePassword() {
    fake.elsewhere.put(SESSIONS, says(503, ""));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
    assertThat(fake.authorizations).containsOnly(Optional.of(fake.login.basic()));
  }

  @Test
  void aControllerThatOffersNoneIsNotAskedForOneAgain() {
    fake.elsewhere.put(SESSIONS, says(404, ""));

    controller.state(MACHINE);
    controller.state(MACHINE);

    assertThat(fake.requests.stream().filter(it -> it.contains("Session"))).hasSize(1);
  }

  @Test
  void sessionsElsewhereGetNoPassword() {
    fake.elsewhere.put(
        "/redfish/v1/",
        says(200, "{\"Links\": {\"Sessions\": {\"@odata.id\": \"//elsewhere.example/x\"}}}"));

    assertThat(controller.state(MACHINE)).isEqualTo(Power.ON);
    assertThat(fake.requests).noneMatch(it -> it.startsWith("POST"));
  }

  @Test
  void anotherPasswordInTheFileBeginsAnotherSession() {
    controller.state(MACHINE);
    fake.login = new Login("feierabend", "another");
    controller.state(MACHINE);

    assertThat(begun).hasValue(2);
  }

  @Test
  void aSessionEndsWithTheService() {
    controller.state(MACHINE);
    ((Switchboard) controller).close();

    assertThat(fake.requests).endsWith("DELETE " + SESSIONS + "/1");
  }
}
