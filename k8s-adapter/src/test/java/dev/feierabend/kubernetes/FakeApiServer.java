package dev.feierabend.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// An HTTP server on loopback that answers as a test says and keeps what it was asked.
public final class FakeApiServer implements AutoCloseable {
  /// One request as it came in.
  public record Asked(String method, String path, String contentType, String agent, String body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// @param headers besides the content's type
  public record Says(int code, Object body, Map<String, String> headers) {
    public Says(int code, Object body) {
      this(code, body, Map.of());
    }

    public Says with(String header, String value) {
      return new Says(code, body, Map.of(header, value));
    }

    public static Says ok(Object body) {
      return new Says(200, body);
    }

    public static Says no(int code, String message) {
      return new Says(
          code,
          Map.of(
              "kind",
              "Status",
              "apiVersion",
              "v1",
              "status",
              "Failure",
              "code",
              code,
              "message",
              message));
    }
  }

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public FakeApiServer(Function<Asked, Says> answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> answer(exchange, answers));
    server.start();
  }

  public KubernetesClient client(Path folder) {
    return Kubeconfigs.client(folder, server.getAddress().getPort());
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public List<Asked> writes() {
    return asked.stream().filter(it -> !it.method().equals("GET")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, Function<Asked, Says> answers) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      var it =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              String.valueOf(headers.getFirst("Content-Type")),
              String.valueOf(headers.getFirst("User-Agent")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      asked.add(it);
      Says says = answers.apply(it);
      byte[] body = Serialization.asJson(says.body()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      says.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(says.code(), body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
