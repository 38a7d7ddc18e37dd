package dev.feierabend.app.vouching;

import dev.feierabend.app.outward.Exchange;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Discreet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Posts to strangers: the whole answer in time and no larger than an answer can be, or none.
public final class Post {
  private static final int LARGEST = 1 << 20;

  private final Exchange exchange;

  public Post(Duration deadline) {
    this(deadline, Optional.empty());
  }

  /// @param trust in whose certificates HTTPS counts; what this machine trusts where empty
  public Post(Duration deadline, Optional<SSLContext> trust) {
    this.exchange = new Exchange(deadline, trust, LARGEST);
  }

  /// Nobody is named in an address that every message about it tells.
  ///
  /// @throws Outage where somebody is, without saying who
  static void expectNobodyIn(URI address) {
    if (String.valueOf(address.getRawAuthority()).contains("@")) {
      throw new Outage(
          "Expected addresses of witnesses and of the time stamp authority without a user or a password");
    }
  }

  /// @throws Outage where nothing comes back
  HttpResponse<byte[]> send(URI to, String type, byte[] body) {
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return exchange.send(request, to.toString(), Discreet.NOTHING_TO_HIDE);
  }
}
