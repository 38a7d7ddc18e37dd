package dev.feierabend.hypervisor.vsphere;

import static dev.feierabend.hypervisor.vsphere.FakeVcenter.IDLE;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.PASSWORD;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.WEB;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.fault;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.says;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VsphereLoginTest {
  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private String password = "falsch";
  private FakeVcenter fake;
  private Vcenter vcenter;
  private VsphereHypervisor hypervisor;

  @BeforeEach
  void aVcenter() throws IOException {
    fake = new FakeVcenter();
    vcenter = fake.client(() -> now, Duration.ofSeconds(30), () -> FakeVcenter.login(password));
    hypervisor = new VsphereHypervisor(vcenter);
  }

  @AfterEach
  void stop() {
    vcenter.close();
    fake.close();
  }

  @Test
  void aWrongPasswordIsTriedOnce() {
    assertThat(hypervisor.look())
        .isInstanceOfSatisfying(
            Sight.Unseen.class,
            unseen -> assertThat(unseen.because()).startsWith("vcenter-1: Expected vcenter-1"));
    assertThat(hypervisor.enterMaintenance(IDLE)).isInstanceOf(Answer.Refused.class);
    now = now.plus(Duration.ofMinutes(59));
    hypervisor.look();

    assertThat(logins()).isEqualTo(1);
  }

  @Test
  void anotherPasswordIsTriedAtOnce() {
    hypervisor.look();
    password = PASSWORD;

    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
  }

  @Test
  void afterAnHourTheSameOneIsTriedOnceMore() {
    hypervisor.look();
    fake.password = password;
    now = now.plus(Duration.ofHours(1));

    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
  }

  @Test
  void aDirectoryThatIsOutIsNoWrongPassword() {
    password = PASSWORD;
    fake.manners.put("Login", fault("SystemError", "SSO is down"));
    assertThat(hypervisor.enterMaintenance(IDLE)).isInstanceOf(Answer.Unknown.class);
    fake.manners.clear();

    assertThat(hypervisor.enterMaintenance(IDLE)).isEqualTo(Answer.DONE);
  }

  @Test
  void aPasswordThatCannotBeReadIsAnOutage() {
    vcenter =
        fake.client(
            () -> now,
            Duration.ofSeconds(30),
            () -> {
              throw new Outage("Expected the password's file but it is gone");
            });

    assertThat(new VsphereHypervisor(vcenter).look())
        .isInstanceOfSatisfying(
            Sight.Unseen.class, unseen -> assertThat(unseen.because()).contains("file"));
    assertThat(fake.asked).isEmpty();
  }

  @Test
  void whatStandsInThePasswordArrivesAsItIs() {
    password = "a&b<c>\"d' ü€😀";
    fake.password = password;

    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
  }

  @Test
  void whoIsDoneLeavesTheServer() {
    password = PASSWORD;
    hypervisor.look();

    vcenter.close();

    assertThat(fake.asked).last().isEqualTo("Logout");
  }

  @Test
  void aPasswordInClearIsRefusedBeyondThisMachine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VsphereServer("v", URI.create("http://vcenter.example")))
        .withMessageContaining("Expected https");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new VsphereServer("v", URI.create("https://a:" + PASSWORD + "@v.example")))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(PASSWORD));
  }

  /// Among them a server that repeats what it was told.
  @Test
  void thePasswordShowsUpInNoAnswerNoSightAndNoLog() {
    password = PASSWORD;
    List<FakeVcenter.Manner> manners =
        List.of(
            fault("InvalidLogin", "no such password: " + PASSWORD),
            fault("SystemError", PASSWORD),
            says(500, PASSWORD),
            says(200, "<a>" + PASSWORD),
            says(401, PASSWORD));

    String all =
        saidWhile(() -> {
          List<Object> said = new ArrayList<>();
          for (FakeVcenter.Manner manner : manners) {
            fake.manners.put("Login", manner);
            said.add(hypervisor.look());
            said.add(hypervisor.shutDown(WEB, Patience.of(Duration.ofMinutes(1))));
            now = now.plus(Duration.ofHours(2));
          }
          said.add(FakeVcenter.login(PASSWORD));
          said.add(Xml.of("password", PASSWORD));
          return said;
        });

    assertThat(all).contains("vcenter-1", ":***").doesNotContain(PASSWORD);
    assertThat(logins()).isGreaterThan(manners.size());
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

  private int logins() {
    return Collections.frequency(fake.asked, "Login");
  }
}
