package dev.feierabend.app.notifying;

import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.Exchange;
import dev.feierabend.app.outward.SecretFile;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A webhook that takes CloudEvents.
///
/// @param url may hold a secret, so it is told nobody
/// @param secret whose lines sign what is sent
public record WebhookWay(
    URI url, SecretFile secret, Badge badge, Optional<SSLContext> trust, Words words)
    implements Way {
  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final int LARGEST = 1 << 16;

  public WebhookWay {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "Expected the URL of a webhook without a user, for example"
              + " https://chat.example/hooks/feierabend");
    }
  }

  @Override
  public Courier courier(Recipient recipient, InstantSource clock) {
    return new WebhookCourier(this, recipient, new Exchange(DEADLINE, trust, LARGEST), clock);
  }

  /// Anything that is posted would be a message, so it is only seen whether somebody is there and,
  /// over HTTPS, who.
  @Override
  public void knock() {
    Signature.by(secret.lines());
    badge.shown();
    Doorbell.ring(url, trust, toString());
  }

  @Override
  public String toString() {
    return "webhook at " + url.getHost();
  }
}
