package dev.feierabend.bench.cluster;

import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The API server without a client library between: the floor of what anything can do there.
final class ApiServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http;
  private final URI uri;
  private final String token;
  private final String agent;

  /// @param agent by which the server's log tells these requests
  ApiServer(ControlPlane plane, String agent) throws IOException {
    this.http = HttpClient.newBuilder().sslContext(Trust.in(plane.certificate())).build();
    this.uri = plane.uri();
    this.token = plane.adminToken();
    this.agent = agent;
  }

  /// What it answers.
  ///
  /// @throws IllegalStateException where it refuses
  String ask(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  void create(String path, String type, String body) throws IOException, InterruptedException {
    send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  void merge(String path, String patch) throws IOException, InterruptedException {
    send(
        request(path)
            .header("Content-Type", "application/merge-patch+json")
            .method("PATCH", BodyPublishers.ofString(patch)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", agent);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "Expected %s to be accepted but found %d: %s"
              .formatted(response.request().uri(), response.statusCode(), response.body()));
    }
    return response.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
