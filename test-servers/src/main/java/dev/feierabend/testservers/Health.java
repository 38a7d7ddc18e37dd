package dev.feierabend.testservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/// Whether an HTTP server says that it is ready; one that isn't there yet isn't.
final class Health {
  private final HttpClient client;
  private final HttpRequest request;

  /// A server without TLS.
  Health(URI uri) {
    this.client = HttpClient.newHttpClient();
    this.request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
  }

  /// A server that is trusted by exactly the certificates in a file.
  Health(URI uri, String token, Path certificates) throws IOException {
    this.client = HttpClient.newBuilder().sslContext(Trust.in(certificates)).build();
    this.request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(5))
            .header("Authorization", "Bearer " + token)
            .build();
  }

  boolean ok() throws InterruptedException {
    return status() == 200;
  }

  /// Ready, or it would tell those it knows.
  boolean answers() throws InterruptedException {
    return status() == 200 || status() == 401;
  }

  private int status() throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }
}
