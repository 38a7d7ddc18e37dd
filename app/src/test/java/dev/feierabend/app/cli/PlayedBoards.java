package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Redfish boards of machines that are off, each with a fault of its own; whoever repeats what it
/// hears does so in every error.
final class PlayedBoards implements AutoCloseable {
  static final String USER = "feierabend";
  static final String PASSWORD = "Planted-8f3a-Secret";

  /// What a board does besides.
  enum Manner {
    GOOD,
    /// It never answers.
    HANGS,
    /// Twice it can't.
    BUSY_TWICE,
    /// It never can.
    BUSY,
    /// It takes nobody's login.
    REFUSES
  }

  final Map<String, Boolean> on = new ConcurrentHashMap<>();
  final Map<String, AtomicInteger> logins = new ConcurrentHashMap<>();
  final List<String> pressed = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<HttpServer> servers = new ArrayList<>();

  /// A machine that is off.
  ///
  /// @return its board's address
  String board(String system, String uuid, Manner manner) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    servers.add(server);
    on.put(system, false);
    logins.put(system, new AtomicInteger());
    busy.put(system, new AtomicInteger(refusals(manner)));
    server.createContext(
        "/redfish/v1/Systems/" + system, exchange -> answer(exchange, system, uuid, manner));
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static int refusals(Manner manner) {
    return switch (manner) {
      case BUSY -> Integer.MAX_VALUE;
      case BUSY_TWICE -> 2;
      case GOOD, HANGS, REFUSES -> 0;
    };
  }

  private void answer(HttpExchange exchange, String system, String uuid, Manner manner)
      throws IOException {
    String login = exchange.getRequestHeaders().getFirst("Authorization");
    logins.get(system).incrementAndGet();
    if (manner == Manner.HANGS) {
      await();
    }
    if (busy.get(system).getAndDecrement() > 0) {
      say(exchange, 503, "{\"error\": {\"message\": \"busy with %s\"}}".formatted(login));
    } else if (manner == Manner.REFUSES || !basic().equals(login)) {
      say(exchange, 401, "{\"error\": {\"message\": \"not %s\"}}".formatted(login));
    } else if (exchange.getRequestMethod().equals("POST")) {
      pressed.add(system);
      on.put(system, true);
      say(exchange, 200, "{}");
    } else {
      say(
          exchange,
          200,
          """
          {"Id": "%s", "UUID": "%s", "PowerState": "%s", "Actions": {"#ComputerSystem.Reset":
            {"target": "/redfish/v1/Systems/%1$s/Actions/ComputerSystem.Reset",
             "ResetType@Redfish.AllowableValues": ["On", "GracefulShutdown"]}}}
          """
              .formatted(system, uuid, on.get(system) ? "On" : "Off"));
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String basic() {
    return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8));
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    servers.forEach(server -> server.stop(0));
  }
}
