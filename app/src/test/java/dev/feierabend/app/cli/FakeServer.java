package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/// A server that answers everything alike, and remembers what it was asked.
final class FakeServer implements AutoCloseable {
  /// @param who the header that names the user
  record Asked(String method, String path, String who, String language, String body) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final String scheme;

  private FakeServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
  }

  static FakeServer answering(int status, String body) throws IOException {
    return new FakeServer(HttpServer.create(anyPort(), 0), "http").started(status, body);
  }

  static FakeServer secure(SSLContext keys, int status, String body) throws IOException {
    var server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys));
    return new FakeServer(server, "https").started(status, body);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private FakeServer started(int status, String body) {
    server.createContext("/", exchange -> answer(exchange, status, body.getBytes(UTF_8)));
    server.start();
    return this;
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  String url() {
    return "%s://localhost:%d".formatted(scheme, server.getAddress().getPort());
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
