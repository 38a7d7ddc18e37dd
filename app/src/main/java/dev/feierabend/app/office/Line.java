package dev.feierabend.app.office;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// The line to a service: HTTP 1.1, no redirects, name and password with every request.
final class Line implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final ServerOffice.Address address;
  private final HttpClient client;

  Line(ServerOffice.Address address) {
    this.address = address;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    address.trust().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /// @throws Outage where nothing comes back
  Reply send(Request request) {
    try {
      var response = client.send(http(request), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (HttpTimeoutException e) {
      throw new Outage(
          "%s doesn't answer; look with `agreement list` before you repeat a change"
              .formatted(address.base()),
          e);
    } catch (SSLException e) {
      throw new Outage(
          "%s isn't trusted (%s); name the authority of its certificate with --ca"
              .formatted(address.base(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new Outage(
          "%s can't be reached (%s); does the service run there?"
              .formatted(
                  address.base(), Optional.ofNullable(e.getMessage()).orElse("no connection")),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage("Interrupted while waiting for " + address.base(), e);
    }
  }

  private HttpRequest http(Request request) {
    var builder =
        HttpRequest.newBuilder(URI.create(address.base() + "/api/v1" + request.path()))
            .timeout(ANSWER)
            .header("Authorization", address.login().header())
            .header("Accept-Language", address.locale().toLanguageTag())
            .method(request.method(), body(request));
    request.content().ifPresent(content -> builder.header("Content-Type", content.type()));
    return builder.build();
  }

  private static BodyPublisher body(Request request) {
    return request
        .content()
        .map(content -> BodyPublishers.ofByteArray(content.bytes()))
        .orElseGet(BodyPublishers::noBody);
  }

  @Override
  public void close() {
    client.close();
  }
}
