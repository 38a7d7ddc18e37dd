package dev.feierabend.app.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// The desk on HTTP. Who sends slowly, or more than a checkpoint with its proof can be, is cut off.
final class WitnessServer implements AutoCloseable {
  private static final int LARGEST = 64 << 10;
  private static final int STOP_SECONDS = 1;
  private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");

  static {
    // Seconds for a whole request, and for a whole answer; the server has no other way to say so.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "200");
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final WitnessDesk desk;

  private WitnessServer(HttpServer server, WitnessDesk desk) {
    this.server = server;
    this.desk = desk;
  }

  /// @throws Outage where it can't listen there
  static WitnessServer start(InetSocketAddress address, WitnessDesk desk) {
    try {
      var running = new WitnessServer(HttpServer.create(address, 0), desk);
      running.server.setExecutor(running.workers);
      running.server.createContext("/", running::handle);
      running.server.start();
      return running;
    } catch (IOException e) {
      throw new Outage("Expected to listen at %s but can't".formatted(address), e);
    }
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = reply(exchange);
      } catch (Outage outage) {
        reply = Reply.text(503, String.valueOf(outage.getMessage()));
      }
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    var checkpoint = CHECKPOINT.matcher(exchange.getRequestURI().getPath());
    if (asked.equals("POST /add-checkpoint")) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
      return body.length > LARGEST
          ? Reply.text(413, "Expected at most %d bytes".formatted(LARGEST))
          : desk.add(new String(body, UTF_8));
    }
    return exchange.getRequestMethod().equals("GET") && checkpoint.matches()
        ? desk.checkpoint(checkpoint.group(1))
        : Reply.text(404, "Expected POST /add-checkpoint or GET /<origin's SHA-256>/checkpoint");
  }

  /// Lets running requests end.
  @Override
  public void close() {
    server.stop(STOP_SECONDS);
    workers.close();
  }
}
