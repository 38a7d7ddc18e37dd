package dev.feierabend.readiness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A customer's service that answers as a test wants.
final class TownService implements AutoCloseable {
  interface Manner {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  final List<String> asked = new CopyOnWriteArrayList<>();
  volatile Manner manner = says(200);

  TownService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      manner.answer(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static Manner says(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Manner sendsAwayTo(String elsewhere) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", elsewhere);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /// Says 200 and then never stops talking.
  static Manner talksOn() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] words = new byte[1 << 16];
      while (true) {
        exchange.getResponseBody().write(words);
      }
    };
  }

  Manner hangs() {
    return _ -> end.await();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  URI tcp() {
    return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
