package dev.feierabend.app.notifying;

import dev.feierabend.testservers.SelfSigned;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// A real mail server, SubEthaSMTP, that takes mail over TLS from whoever logs in, and repeats a
/// password that isn't it.
public final class Mailbox implements SimpleMessageListener, AutoCloseable {
  /// A mail, and to whom it went.
  public record Mail(String to, MimeMessage message) {}

  private final SMTPServer server;
  public final List<Mail> mails = new CopyOnWriteArrayList<>();
  public final AtomicInteger logins = new AtomicInteger();
  volatile String password = "sesam";
  volatile boolean full;

  /// @param tls whether it offers STARTTLS
  public Mailbox(SelfSigned identity, boolean tls) {
    server =
        SMTPServer.port(0)
            .hostName("localhost")
            .simpleMessageListener(this)
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory((user, word, _) -> login(user, word)))
            .requireAuth(true)
            .enableTLS(tls)
            .hideTLS(!tls)
            .requireTLS(tls)
            .startTlsSocketFactory(identity.context())
            .build();
    server.start();
  }

  private void login(String user, String word) throws LoginFailedException {
    logins.incrementAndGet();
    if (!user.equals("feierabend") || !word.equals(password)) {
      throw new LoginFailedException("535 not by " + word);
    }
  }

  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public boolean accept(String from, String recipient) {
    return !full;
  }

  @Override
  public void deliver(String from, String to, InputStream data) throws IOException {
    try {
      mails.add(new Mail(to, new MimeMessage(Session.getInstance(new Properties()), data)));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
