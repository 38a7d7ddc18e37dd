package dev.feierabend.app.outward;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Discreet;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Asks strangers: the whole answer in time and no larger than an answer can be, or none. No
/// redirect is followed, for it could lead our credentials elsewhere.
public final class Exchange {
  private final HttpClient client;
  private final Duration deadline;
  private final int largest;

  /// @param trust in whose certificates HTTPS counts; what this machine trusts where empty
  /// @param largest how many bytes an answer may have
  public Exchange(Duration deadline, Optional<SSLContext> trust, int largest) {
    this.deadline = deadline;
    this.largest = largest;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline);
    trust.ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /// @param whom what it is called in a sentence; an address may hold secrets
  /// @param discreet keeps what was shown to them out of the sentence
  /// @throws Outage where nothing comes back
  public HttpResponse<byte[]> send(HttpRequest request, String whom, Discreet discreet) {
    var asked =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
    try {
      return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Outage("%s didn't answer within %d s".formatted(whom, deadline.toSeconds()), e);
    } catch (ExecutionException e) {
      String because = discreet.line(String.valueOf(e.getCause()));
      throw new Outage("%s gave no whole answer (%s)".formatted(whom, because));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage("Interrupted while waiting for " + whom, e);
    } finally {
      asked.cancel(true);
    }
  }
}
