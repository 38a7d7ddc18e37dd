package dev.feierabend.helm.realparts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.policies.language.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// Asks a running service over its interface, as its users do: the platform team proposes, a
/// customer of each town approves.
record Desk(int port, HttpClient http) {
  private static final String TEAM = "petra:p";
  private static final int REFUSED = 300;

  Desk(int port) {
    this(port, HttpClient.newHttpClient());
  }

  /// The settings' entry of who may come in.
  static String users(List<String> towns) {
    return towns.stream()
        .map(town ->
            "    - {name: %1$s, password: \"{noop}k\", role: customer, tenants: [%1$s], actor: mayor-of-%1$s}%n"
                .formatted(town))
        .collect(
            Collectors.joining(
                "",
                "    - {name: petra, password: \"{noop}p\", role: platform-team, actor: team-1}\n",
                ""));
  }

  boolean serves() {
    try {
      return send(asked("/actuator/health", TEAM).build()).body().contains("UP");
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /// Nothing is under way.
  boolean quiet() {
    return send(asked("/actuator/prometheus", TEAM).build())
        .body()
        .contains("feierabend_actions_pending 0.0");
  }

  /// Two pairs of eyes each.
  void agree(String town, String policy) {
    taken(
        asked("/api/v1/agreements", TEAM)
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(policy))
            .build());
    String digest = Document.of(policy.getBytes(UTF_8)).digest();
    taken(
        asked("/api/v1/agreements/%s/office/%s/approval".formatted(town, digest), town + ":k")
            .POST(BodyPublishers.noBody())
            .build());
  }

  private void taken(HttpRequest request) {
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() >= REFUSED) {
      throw new AssertionError(
          "%s was answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
    }
  }

  private HttpRequest.Builder asked(String path, String who) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(who.getBytes(UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the service was asked", e);
    }
  }
}
