package dev.feierabend.app.cli;

import dev.feierabend.app.notifying.Mailbox;
import dev.feierabend.testservers.EchoingServer;
import dev.feierabend.testservers.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Those outside whom the service tells things, and who repeat whatever they hear: an Alertmanager,
/// a webhook, and a mail server.
final class Correspondents implements AutoCloseable {
  private static final String ALERTMANAGER = "Planted-alertmanager&71-Secret";
  private static final String MAIL = "Planted-mail&72-Secret";
  private static final String TOKEN = "Planted-webhook-token-73-Secret";
  private static final String SIGNING = "whsec_UGxhbnRlZC13ZWJob29rLXNlY3JldC03NA==";
  private static final String PATH = "Planted-webhook-path-75-Secret";

  private final SelfSigned identity = SelfSigned.make();
  private final Mailbox mailbox = new Mailbox(identity, true);
  private final EchoingServer echo = new EchoingServer(500);

  Correspondents() throws IOException {}

  /// The secrets by whose they are.
  Map<String, String> planted() {
    return Map.of(
        "Alertmanager", ALERTMANAGER,
        "mail", MAIL,
        "a webhook's token", TOKEN,
        "a webhook's secret", SIGNING,
        "a webhook's path", PATH);
  }

  /// What the settings say of them, and their files.
  String settings(Path folder) throws IOException {
    var files = CredentialFiles.in(folder);
    files.login("alertmanager", "feierabend", ALERTMANAGER);
    files.login("mail", "feierabend", MAIL);
    Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.writeString(folder.resolve("signing"), SIGNING + "\n");
    Files.writeString(folder.resolve("mail.pem"), identity.certificate());
    return """
      alertmanager: {url: "%1$s", login-file: %2$s/alertmanager}
      notify:
        mail: {host: localhost, port: %3$d, login-file: %2$s/mail, ca: %2$s/mail.pem, from: f@a.example}
        recipients:
          - {name: post, language: en, topics: [AGREEMENTS], mail: [chef@a.example]}
          - name: hook
            language: en
            topics: [AGREEMENTS]
            webhook: {url: "%1$s/%4$s", secret-file: %2$s/signing, token-file: %2$s/token}
    """
        .formatted(echo.uri(), folder, mailbox.port(), PATH);
  }

  /// What those were told who repeat it.
  String heard() {
    return String.join("\n", echo.said());
  }

  @Override
  public void close() {
    echo.close();
    mailbox.close();
  }
}
