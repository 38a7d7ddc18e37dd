package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.notifying.Mailbox;
import dev.feierabend.sandbox.town.ThreeTowns;
import dev.feierabend.testservers.Alertmanager;
import dev.feierabend.testservers.EchoingServer;
import dev.feierabend.testservers.SelfSigned;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// What the doctor says of those whom the service tells things, and that it tells them nothing.
class DoctorOfOthersTest {
  private static final String PASSWORD = "geheim-4711";

  @TempDir private Path folder;
  private Mailbox mailbox;
  private EchoingServer webhook;

  @BeforeEach
  void others() throws IOException {
    SelfSigned identity = SelfSigned.make();
    mailbox = new Mailbox(identity, true);
    webhook = new EchoingServer(204);
    Files.writeString(folder.resolve("mail.pem"), identity.certificate());
    Files.writeString(folder.resolve("fleet.yaml"), new ThreeTowns(2, 1).fleet());
    Files.writeString(folder.resolve("signing"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    login("mail", "sesam");
    login("alertmanager", PASSWORD);
  }

  @AfterEach
  void away() {
    webhook.close();
    mailbox.close();
  }

  @Test
  void whoeverIsThereIsGoodAndHearsNothing() throws IOException {
    String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
    try (Alertmanager alertmanager = Alertmanager.guarded("feierabend", hash)) {
      settings(alertmanager.url(), webhook.uri());

      assertThat(doctor("en"))
          .contains(
              "ok    silences   %s: reached, no silence stands there; none was made"
                  .formatted(alertmanager.url().getAuthority()))
          .contains("ok    notify     post: localhost lets us in, and was given no mail")
          .contains("ok    notify     chat: 127.0.0.1 is there, and was sent nothing");
      assertThat(doctor("de"))
          .contains("erreicht, dort steht keine Stummschaltung; angelegt wurde keine")
          .contains("post: localhost lässt uns ein und bekam keine Mail")
          .contains("chat: 127.0.0.1 ist da und bekam nichts gesendet");
    }
    assertThat(mailbox.mails).isEmpty();
    assertThat(webhook.said()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldWithARemedyAndNoSecret() throws IOException {
    login("mail", PASSWORD);
    try (var echo = new EchoingServer(403)) {
      settings(echo.uri(), webhook.uri());
      webhook.close();

      String said = doctor("en");

      assertThat(said)
          .contains("BAD   silences   the Alertmanager at " + echo.uri() + " answered 403")
          .contains("look at feierabend.alertmanager")
          .contains("BAD   notify     post: the mail server localhost:")
          .contains("refused the login; correct the file of its credentials")
          .contains("BAD   notify     chat: webhook at 127.0.0.1 isn't reached (it refuses")
          .doesNotContain(PASSWORD)
          .doesNotContain("/hooks/");
      Troubleshooting.tellsWhatToDo(said, "look at feierabend.alertmanager");
      Troubleshooting.tellsWhatToDo(said, "look at feierabend.notify");
    }
    assertThat(mailbox.logins).hasValue(1);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsTold() throws IOException {
    settings(URI.create("http://127.0.0.1:1"), URI.create("https://127.0.0.1:1"));
    Files.writeString(folder.resolve("mail.pem"), SelfSigned.make().certificate());

    assertThat(doctor("de"))
        .contains("BAD   notify     post: the mail server localhost:")
        .contains("prüfen Sie feierabend.notify")
        .contains("prüfen Sie feierabend.alertmanager");
    assertThat(mailbox.logins).hasValue(0);
  }

  @Test
  void whatTheServiceWouldNotStartWithIsTold() throws IOException {
    settings(URI.create("ftp://alertmanager"), webhook.uri());
    Files.writeString(
        folder.resolve("feierabend.yaml"),
        Files.readString(folder.resolve("feierabend.yaml")).replace("name: chat", "name: post"));

    assertThat(doctor("en"))
        .contains("BAD   silences   feierabend.alertmanager: Expected the URL of an Alertmanager")
        .contains("BAD   notify     feierabend.notify.recipients: Expected a name of its own")
        .contains("the service doesn't start with that");
  }

  private void login(String file, String password) throws IOException {
    Files.writeString(folder.resolve(file), "feierabend\n" + password + "\n");
  }

  private void settings(URI alertmanager, URI hook) throws IOException {
    Files.writeString(
        folder.resolve("feierabend.yaml"),
        """
        feierabend:
          fleet: %1$s/fleet.yaml
          journal: %1$s/journal
          alertmanager: {url: "%2$s", login-file: %1$s/alertmanager}
          notify:
            mail: {host: localhost, port: %3$d, login-file: %1$s/mail, ca: %1$s/mail.pem, from: f@a.example}
            recipients:
              - {name: post, mail: [chef@a.example]}
              - {name: chat, webhook: {url: "%4$s/hooks/4711", secret-file: %1$s/signing}}
        """
            .formatted(folder, alertmanager, mailbox.port(), hook));
  }

  private String doctor(String language) {
    return Typed.of("doctor", "--lang", language, "--config", folder.resolve("feierabend.yaml"))
        .out();
  }
}
