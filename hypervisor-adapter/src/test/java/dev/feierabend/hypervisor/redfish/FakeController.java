package dev.feierabend.hypervisor.redfish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A controller that answers what a test wants, for the faults that the emulator doesn't have.
final class FakeController implements AutoCloseable {
  static final MachineId MACHINE = MachineId.of("00112233-4455-6677-8899-aabbccddeeff");

  /// How it answers a request for the system, or a reset.
  interface Manner {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  final List<String> resets = new CopyOnWriteArrayList<>();
  final List<Optional<String>> authorizations = new CopyOnWriteArrayList<>();
  volatile Login login = new Login("feierabend", "geheim");
  volatile Manner toLook = says(200, system("On"));
  volatile Manner toReset = says(204, "");

  /// Further resources, by their paths; what isn't here is the system.
  final Map<String, Manner> elsewhere = new ConcurrentHashMap<>();

  /// What was asked for, without credentials: `GET /redfish/v1/`.
  final List<String> requests = new CopyOnWriteArrayList<>();

  /// The headers of each, in their order.
  final List<Headers> headers = new CopyOnWriteArrayList<>();

  FakeController() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(exchange.getRequestMethod() + " " + path);
      headers.add(exchange.getRequestHeaders());
      Manner manner = elsewhere.get(path);
      boolean reset = manner == null && exchange.getRequestMethod().equals("POST");
      if (reset) {
        resets.add(path + " " + body);
      }
      if (reset || (manner == null && path.startsWith("/redfish/v1/Systems/"))) {
        authorizations.add(
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
      }
      Manner usual = path.equals("/redfish/v1/") ? says(200, "{}") : reset ? toReset : toLook;
      (manner == null ? usual : manner).answer(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static Manner says(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  Manner hangs() {
    return _ -> end.await();
  }

  Manner hangsInMidSentence() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      end.await();
    };
  }

  static String system(String powerState) {
    return system(powerState, MACHINE.toString());
  }

  static String system(String powerState, String uuid) {
    return "{\"PowerState\": \"%s\", \"UUID\": \"%s\"}".formatted(powerState, uuid);
  }

  static String offering(String powerState, String target, String... resets) {
    return """
    {"PowerState": "%s", "Actions": {"#ComputerSystem.Reset":
      {"target": "%s", "ResetType@Redfish.AllowableValues": ["%s"]}}}\
    """
        .formatted(powerState, target, String.join("\", \"", resets));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  RedfishSystem where() {
    return new RedfishSystem(uri(), "blade 7", Optional.of(() -> login));
  }

  /// More patient than any machine that the tests run on is slow.
  PowerController client(InstantSource clock) {
    return client(clock, Duration.ofSeconds(30));
  }

  PowerController client(InstantSource clock, Duration patience) {
    var client = new RedfishClient(HttpClient.newHttpClient(), patience);
    return RedfishPower.of(Map.of(MACHINE, where()), client, Deadlines.USUAL, clock);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
