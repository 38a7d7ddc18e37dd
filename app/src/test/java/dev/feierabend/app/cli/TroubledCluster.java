package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Plays a cluster that gives us all rights but two, and has a budget that never allows an eviction
/// and quotas that are exceeded.
final class TroubledCluster {
  private static final String BUDGETS =
      """
      {"metadata": {}, "items": [{"metadata": {"namespace": "office", "name": "never"},
        "status": {"expectedPods": 2, "desiredHealthy": 2, "currentHealthy": 2, "disruptionsAllowed": 0}}]}
      """;

  private static final String QUOTAS =
      """
      {"metadata": {}, "items": [{"metadata": {"namespace": "office", "name": "small"},
        "status": {"hard": {"pods": "3"}, "used": {"pods": "4"}}},
       {"metadata": {"namespace": "school", "name": "narrow"},
        "status": {"hard": {"pods": "3"}, "used": {"pods": "4"}}}]}
      """;

  private static final String DEFINITIONS =
      """
      {"metadata": {}, "items": [{"metadata": {"name": "schedulepolicies.feierabend.dev"}}]}
      """;

  private TroubledCluster() {}

  static HttpServer start(String version) throws IOException {
    var cluster = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cluster.createContext("/", exchange -> answer(exchange, version));
    cluster.start();
    return cluster;
  }

  private static void answer(HttpExchange exchange, String version) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] body = answer(path, asked, version).getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String answer(String path, String asked, String version) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "version" ->
          "{\"major\": \"1\", \"minor\": \"36\", \"gitVersion\": \"%s\"}".formatted(version);
      case "selfsubjectaccessreviews" ->
          "{\"status\": {\"allowed\": %s}}"
              .formatted(!asked.contains("eviction") && !asked.contains("schedulepolicies"));
      case "customresourcedefinitions" -> DEFINITIONS;
      case "resourcequotas" -> QUOTAS;
      case "poddisruptionbudgets" -> BUDGETS;
      case String _ -> "{\"metadata\": {}, \"items\": []}";
    };
  }
}
