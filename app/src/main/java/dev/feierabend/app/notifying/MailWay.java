package dev.feierabend.app.notifying;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Mail to some addresses, by one mail server.
public record MailWay(Server server, List<String> to, Words words) implements Way {
  /// How the connection is kept from others' eyes.
  public enum Security {
    /// It begins in the open and must change before anything is said.
    STARTTLS,
    TLS,
    /// In a network of one's own only; no login is sent then.
    NONE
  }

  /// @param login empty where it asks for none
  /// @param trust in whose certificates it counts; what this machine trusts where empty
  public record Server(
      String host,
      int port,
      Security security,
      Optional<LoginSource> login,
      Optional<SSLContext> trust,
      String from) {
    public Server {
      if (security == Security.NONE && login.isPresent()) {
        throw new IllegalArgumentException(
            "Expected security STARTTLS or TLS where there is a login, for otherwise everybody"
                + " reads it");
      }
    }

    String spoken() {
      return "the mail server %s:%d".formatted(host, port);
    }

    String refused() {
      return spoken() + " refused the login; correct the file of its credentials";
    }
  }

  public MailWay {
    to = List.copyOf(to);
  }

  @Override
  public Courier courier(Recipient recipient, InstantSource clock) {
    return new MailCourier(this, recipient, clock);
  }

  /// As for a mail, login and all, but none is handed over.
  @Override
  public void knock() {
    Optional<Login> login = server.login().map(LoginSource::login);
    try (Transport transport = MailSession.of(server).getTransport()) {
      MailSession.connect(transport, server, login);
    } catch (AuthenticationFailedException _) {
      throw new Outage(server.refused());
    } catch (MessagingException e) {
      throw new Outage(
          "%s doesn't let us in (%s)".formatted(server.spoken(), e.getClass().getSimpleName()));
    }
  }
}
