package dev.feierabend.app.notifying;

import dev.feierabend.hypervisor.login.Login;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;

/// How a mail server is spoken to: every step within a deadline, its certificate looked at.
final class MailSession {
  private static final String PATIENCE = "20000";

  private MailSession() {}

  static Session of(MailWay.Server server) {
    boolean tls = server.security() == MailWay.Security.TLS;
    String protocol = tls ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    var settings = new Properties();
    settings.setProperty("mail.transport.protocol", protocol);
    settings.setProperty(prefix + "connectiontimeout", PATIENCE);
    settings.setProperty(prefix + "timeout", PATIENCE);
    settings.setProperty(prefix + "writetimeout", PATIENCE);
    settings.setProperty(prefix + "auth", Boolean.toString(server.login().isPresent()));
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    boolean startTls = server.security() == MailWay.Security.STARTTLS;
    settings.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
    settings.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
    server
        .trust()
        .ifPresent(trust -> settings.put(prefix + "ssl.socketFactory", trust.getSocketFactory()));
    return Session.getInstance(settings);
  }

  static void connect(Transport transport, MailWay.Server server, Optional<Login> login)
      throws MessagingException {
    transport.connect(
        server.host(),
        server.port(),
        login.map(Login::user).orElse(null),
        login.map(Login::password).orElse(null));
  }
}
