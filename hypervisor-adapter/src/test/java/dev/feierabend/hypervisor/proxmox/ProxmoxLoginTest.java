package dev.feierabend.hypervisor.proxmox;

import static dev.feierabend.hypervisor.proxmox.FakeCluster.IDLE;
import static dev.feierabend.hypervisor.proxmox.FakeCluster.WEB;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.PASSWORD;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.data;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.dies;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.repeats;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxmoxLoginTest {
  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private Login login = new Login(FakeProxmox.USER, "falsch");
  private FakeProxmox fake;
  private ProxmoxHypervisor hypervisor;
  private PowerController power;

  @BeforeEach
  void aCluster() throws IOException {
    fake = new FakeProxmox();
    use(() -> login);
  }

  private void use(LoginSource logins) {
    var cluster =
        FakeProxmox.client(() -> now, logins, Duration.ofSeconds(30), List.of(fake.uri()));
    hypervisor = new ProxmoxHypervisor(cluster);
    power = ProxmoxPower.of(cluster, List.of(IDLE), ProxmoxPower.USUAL, () -> now);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private void withPassword() {
    login = new Login(FakeProxmox.USER, PASSWORD);
  }

  @Test
  void aWrongPasswordIsTriedOnce() {
    assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
    assertThat(hypervisor.start(WEB)).isInstanceOf(Answer.Refused.class);
    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.Refused.class);
    now = now.plus(Duration.ofMinutes(59));
    hypervisor.look();

    assertThat(fake.asked).containsExactly("POST /access/ticket");
  }

  @Test
  void aWrongTokenIsTriedOnce() {
    login = new Login(FakeProxmox.TOKEN.user(), "falsch");

    assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
    assertThat(hypervisor.start(WEB)).isInstanceOf(Answer.Refused.class);

    assertThat(fake.asked).containsExactly("GET /cluster/status");
  }

  @Test
  void anotherPasswordIsTriedAtOnceAndTheSameOneAfterAnHour() {
    hypervisor.look();
    withPassword();
    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);

    login = new Login(FakeProxmox.USER, "falsch");
    fake.password = "falsch";
    assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
    now = now.plus(Duration.ofHours(1));
    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
  }

  @Test
  void aTicketServesManyRequestsAndIsRenewedOnceItHasExpired() {
    withPassword();
    hypervisor.look();
    hypervisor.look();
    assertThat(fake.asked("/access/ticket")).isEqualTo(1);

    fake.ticket++;
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.DONE);
    assertThat(fake.asked("/access/ticket")).isEqualTo(2);
  }

  @Test
  void aClusterThatLetsInAndKnowsNobodyIsGivenUpAndAskedAgain() {
    withPassword();
    fake.manners.put("/cluster/status", says(401, "{\"data\": null}"));

    assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
    assertThat(fake.asked("/access/ticket")).isEqualTo(2);

    fake.manners.clear();
    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
  }

  @Test
  void aDirectoryThatIsOutIsNoWrongPassword() {
    withPassword();
    fake.manners.put("/access/ticket", says(503, "busy"));
    assertThat(hypervisor.start(WEB)).isInstanceOf(Answer.Unknown.class);
    fake.manners.clear();

    assertThat(hypervisor.start(WEB)).isEqualTo(Answer.DONE);
  }

  @Test
  void whereASecondFactorIsWantedATokenIsAskedFor() {
    withPassword();
    fake.manners.put("/access/ticket", data("{\"ticket\": \"PVE:!tfa!x\", \"NeedTFA\": 1}"));

    assertThat(hypervisor.start(WEB))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.because()).contains("API token"));
  }

  @Test
  void aTicketThatWouldBreakAHeaderIsNone() {
    withPassword();
    fake.manners.put(
        "/access/ticket", data("{\"ticket\": \"a\\r\\nX: y\", \"CSRFPreventionToken\": \"b\"}"));

    assertThat(hypervisor.start(WEB)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aPasswordThatCannotBeReadIsAnOutage() {
    use(() -> {
      throw new Outage("Expected the password's file but it is gone");
    });

    assertThat(hypervisor.look())
        .isInstanceOfSatisfying(
            Sight.Unseen.class, unseen -> assertThat(unseen.because()).contains("file"));
    assertThat(fake.asked).isEmpty();
  }

  @Test
  void aPasswordInClearIsRefusedBeyondThisMachine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server("http://pve1.example:8006"))
        .withMessageContaining("Expected https");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> server("https://a:" + PASSWORD + "@pve1.example:8006"))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(PASSWORD));
  }

  private static ProxmoxServer server(String address) {
    return new ProxmoxServer("north", List.of(URI.create(address)), Map.of());
  }

  /// Among them a cluster that repeats what it was told, at every step, plainly and as a form has
  /// it; once as who has a password, once as who has a token.
  @Test
  void noSecretShowsUpInAnyAnswerSightOrLog() {
    String encoded = Request.encoded(PASSWORD);
    List<FakeProxmox.Manner> manners =
        List.of(
            repeats(200),
            repeats(400),
            repeats(403),
            repeats(500),
            repeats(503),
            dies(PASSWORD + " " + encoded),
            says(500, PASSWORD),
            data("\"" + PASSWORD + "\""));
    List<String> places =
        List.of(
            "/access/ticket",
            "/cluster/status",
            "/migrate",
            "/status/shutdown",
            "/pve2/status",
            ":/status",
            "/wakeonlan",
            "/config");

    String all =
        saidWhile(() -> {
          List<Object> said = new ArrayList<>();
          for (Login who : List.of(new Login(FakeProxmox.USER, PASSWORD), FakeProxmox.TOKEN)) {
            login = who;
            for (String place : places) {
              for (FakeProxmox.Manner manner : manners) {
                use(() -> login);
                said.add(hypervisor.look());
                fake.manners.put(place, manner);
                said.addAll(everything());
                fake.manners.clear();
              }
            }
          }
          return said;
        });

    assertThat(all)
        .contains("north", ":***")
        .doesNotContain(PASSWORD)
        .doesNotContain(encoded)
        .doesNotContain("PVE:geheim-")
        .doesNotContain("word-");
    assertThat(fake.asked("/migrate")).isGreaterThan(manners.size());
  }

  private List<Object> everything() {
    return List.of(
        hypervisor.look(),
        hypervisor.migrate(WEB, IDLE),
        hypervisor.shutDown(WEB, Patience.of(Duration.ofMinutes(1))),
        power.offer(IDLE),
        power.on(IDLE),
        power.softOff(IDLE),
        power.reading(IDLE),
        hypervisor,
        power,
        login,
        Request.post("/access/ticket", Map.of("password", PASSWORD)));
  }

  private static String saidWhile(Supplier<List<Object>> doing) {
    var log = new ByteArrayOutputStream();
    PrintStream usual = System.err;
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      return doing.get() + log.toString(UTF_8);
    } finally {
      System.setErr(usual);
    }
  }
}
