package dev.feierabend.app.vouching;

import dev.feierabend.core.kernel.Outage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Posts to strangers: the whole answer in time and no larger than an answer can be, or none.
public final class Post {
  private static final int LARGEST = 1 << 20;

  private final HttpClient client;
  private final Duration deadline;

  public Post(Duration deadline) {
    this(deadline, Optional.empty());
  }

  /// @param trust in whose certificates HTTPS counts; what this machine trusts where empty
  public Post(Duration deadline, Optional<SSLContext> trust) {
    this.deadline = deadline;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline);
    trust.ifPresent(builder::sslContext);
    this.client = builder.build();
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
    var asked =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Outage("%s didn't answer within %d s".formatted(to, deadline.toSeconds()), e);
    } catch (ExecutionException e) {
      throw new Outage("%s gave no whole answer (%s)".formatted(to, e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage("Interrupted while waiting for " + to, e);
    } finally {
      asked.cancel(true);
    }
  }
}
