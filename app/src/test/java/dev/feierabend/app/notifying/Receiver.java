package dev.feierabend.app.notifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody's webhook, which notes what it is sent and answers what a test wants.
final class Receiver implements AutoCloseable {
  record Message(Headers headers, byte[] body) {
    String id() {
      return headers.getFirst("webhook-id");
    }

    String text() {
      return new String(body, UTF_8);
    }
  }

  private final HttpServer server;
  final List<Message> messages = new CopyOnWriteArrayList<>();
  volatile int status = 204;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var message =
        new Message(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
    messages.add(message);
    byte[] echo =
        ("no: " + exchange.getRequestURI() + " " + message.headers().entrySet()).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : echo.length);
    if (status != 204) {
      exchange.getResponseBody().write(echo);
    }
    exchange.close();
  }

  URI url() {
    return URI.create(
        "http://127.0.0.1:%d/hooks/Pfad-4711?key=Frage-4711"
            .formatted(server.getAddress().getPort()));
  }

  List<String> ids() {
    return messages.stream().map(Message::id).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
