package dev.feierabend.bench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// No API server: it hands out lists of so many objects by pages and watches in which nothing
/// happens, so that a watcher's memory can be measured beside more objects than this machine's
/// control plane makes in good time.
final class PlayedApiServer implements AutoCloseable {
  private static final Pattern PAGE = Pattern.compile("(limit|continue)=([0-9]+)");
  private static final String LIST =
      "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"metadata\": {\"resourceVersion\": \"1\"%s},"
          + " \"items\": [%s]}";

  private final HttpServer server;
  private final int deployments;
  private final int replicas;
  private final CountDownLatch over = new CountDownLatch(1);

  PlayedApiServer(int deployments, int replicas) throws IOException {
    this.deployments = deployments;
    this.replicas = replicas;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  Path kubeconfig(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: played, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: played, user: {}}]
        contexts: [{name: played, context: {cluster: played, user: played}}]
        current-context: played
        """
            .formatted(server.getAddress().getPort()));
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      boolean socket = exchange.getRequestHeaders().containsKey("Upgrade");
      if (String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true")) {
        exchange.sendResponseHeaders(200, socket ? -1 : 0);
        exchange.getResponseBody().flush();
        awaitEnd(socket);
      } else {
        byte[] body = list(exchange).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  /// A socket is refused at once; then it is asked without one.
  private void awaitEnd(boolean socket) {
    try {
      if (!socket) {
        over.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String list(HttpExchange exchange) {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    return switch (exchange.getRequestURI().getPath()) {
      case "/apis/apps/v1/deployments" -> page(query, deployments, PlayedObjects::deployment);
      case "/api/v1/pods" ->
          page(query, deployments * replicas, i -> PlayedObjects.pod(i, replicas));
      case "/api/v1/nodes" ->
          page(query, PlayedObjects.nodes(deployments * replicas), PlayedObjects::node);
      case String _ -> LIST.formatted("", "");
    };
  }

  private static String page(String query, int all, IntFunction<String> object) {
    int from = number(query, "continue", 0);
    int to = Math.min(all, from + number(query, "limit", all));
    String next = to < all ? ", \"continue\": \"%d\"".formatted(to) : "";
    return LIST.formatted(
        next, IntStream.range(from, to).mapToObj(object).collect(Collectors.joining(",\n")));
  }

  private static int number(String query, String name, int otherwise) {
    Matcher matcher = PAGE.matcher(query);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return Integer.parseInt(matcher.group(2));
      }
    }
    return otherwise;
  }
}
