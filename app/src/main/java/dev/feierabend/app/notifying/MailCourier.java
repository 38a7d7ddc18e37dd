package dev.feierabend.app.notifying;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Login;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Sends mails, each with all that waits. A login that is refused is tried once and not again for
/// an hour, unless its file says another: an account must not be locked by us. What a mail server
/// says isn't told on but for its code, for it may repeat what it was told.
final class MailCourier implements Courier {
  private static final int AT_ONCE = 100;
  private static final Duration QUARANTINE = Duration.ofHours(1);

  private record Barred(Login login, Instant until) {}

  private final MailWay way;
  private final Recipient recipient;
  private final InstantSource clock;
  private final Session session;
  private Optional<Barred> barred = Optional.empty();

  MailCourier(MailWay way, Recipient recipient, InstantSource clock) {
    this.way = way;
    this.recipient = recipient;
    this.clock = clock;
    this.session = MailSession.of(way.server());
  }

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Delivery deliver(List<News> news) {
    Optional<Login> login;
    try {
      login = way.server().login().map(source -> source.login());
    } catch (Outage | IllegalArgumentException none) {
      return new Failed(String.valueOf(none.getMessage()));
    }
    Instant at = clock.instant();
    if (barred
        .filter(it -> login.equals(Optional.of(it.login())) && at.isBefore(it.until()))
        .isPresent()) {
      return new Failed(
          way.server().spoken() + " refused the login, and isn't asked with it again for an hour");
    }
    try {
      send(new Envelope(way, recipient, at).message(session, news), login);
      return new Delivered();
    } catch (AuthenticationFailedException _) {
      barred = login.map(it -> new Barred(it, at.plus(QUARANTINE)));
      return new Failed(way.server().refused());
    } catch (MessagingException e) {
      return judged(e);
    }
  }

  private void send(MimeMessage message, Optional<Login> login) throws MessagingException {
    try (Transport transport = session.getTransport()) {
      MailSession.connect(transport, way.server(), login);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private Delivery judged(MessagingException e) {
    int code = code(e);
    if (code == 0) {
      return new Failed(
          "%s took no mail (%s)".formatted(way.server().spoken(), e.getClass().getSimpleName()));
    }
    String because = "%s answered %d".formatted(way.server().spoken(), code);
    return code / 100 == 5 ? new Refused(because) : new Failed(because);
  }

  private static int code(MessagingException e) {
    for (Exception next = e;
        next instanceof MessagingException one;
        next = one.getNextException()) {
      if (one instanceof SMTPSendFailedException failed && failed.getReturnCode() > 0) {
        return failed.getReturnCode();
      }
      if (one instanceof SMTPAddressFailedException failed) {
        return failed.getReturnCode();
      }
    }
    return 0;
  }
}
