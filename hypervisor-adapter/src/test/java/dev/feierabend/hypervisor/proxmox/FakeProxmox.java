package dev.feierabend.hypervisor.proxmox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A node that answers for its cluster what a test wants, for the faults that the emulator doesn't
/// have.
final class FakeProxmox implements AutoCloseable {
  static final String PASSWORD = "planted-geheim&4711";
  static final String USER = "feierabend@pve";
  static final Login TOKEN = new Login(USER + "!night", PASSWORD);

  /// How it answers a request.
  interface Manner {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  final FakeCluster cluster = new FakeCluster();

  /// By method and path, or by the path's end.
  final Map<String, Manner> manners = new ConcurrentHashMap<>();

  /// Method and path of every request.
  final List<String> asked = new CopyOnWriteArrayList<>();

  /// Bodies of what was written.
  final List<String> written = new CopyOnWriteArrayList<>();

  volatile String password = PASSWORD;
  volatile int ticket;

  FakeProxmox() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api2/json", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/api2/json".length());
      String what = exchange.getRequestMethod() + " " + path;
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      asked.add(what);
      exchange.setAttribute("body", body);
      if (!body.isEmpty() && !path.equals("/access/ticket")) {
        written.add(path + " " + body);
      }
      manner(what).orElseGet(() -> usual(exchange, path, body)).answer(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Manner> manner(String what) {
    return manners.entrySet().stream()
        .filter(each -> what.endsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Manner usual(HttpExchange exchange, String path, String body) {
    if (path.equals("/access/ticket")) {
      return body.contains("password=" + Request.encoded(password) + "&")
          ? data(
              "{\"ticket\": \"%s\", \"CSRFPreventionToken\": \"%s\"}"
                  .formatted("PVE:geheim-" + ++ticket, "word-" + ticket))
          : says(401, "{\"data\": null, \"message\": \"authentication failure\\n\"}");
    }
    return isLetIn(exchange)
        ? cluster.answer(exchange.getRequestMethod(), path).map(FakeProxmox::data).orElse(none())
        : says(401, "{\"data\": null, \"message\": \"permission denied - invalid PVE ticket\\n\"}");
  }

  private boolean isLetIn(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    String token = "PVEAPIToken=%s=%s".formatted(TOKEN.user(), password);
    boolean ours =
        ("PVEAuthCookie=PVE:geheim-" + ticket).equals(headers.getFirst("Cookie"))
            && (exchange.getRequestMethod().equals("GET")
                || ("word-" + ticket).equals(headers.getFirst("CSRFPreventionToken")));
    return ours || token.equals(headers.getFirst("Authorization"));
  }

  static Manner none() {
    return says(501, "{\"data\": null, \"message\": \"Method not implemented\\n\"}");
  }

  static Manner data(String data) {
    return says(200, "{\"data\": %s}".formatted(data));
  }

  /// In Proxmox VE's own way of refusing.
  static Manner dies(String words) {
    return says(500, "{\"data\": null, \"message\": \"%s\\n\"}".formatted(words));
  }

  static Manner says(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /// Says to whoever asks all that they sent.
  static Manner repeats(int status) {
    return exchange -> {
      String sent =
          Stream.of("Cookie", "CSRFPreventionToken", "Authorization")
              .map(exchange.getRequestHeaders()::getFirst)
              .map(String::valueOf)
              .collect(Collectors.joining(" ", "", " " + exchange.getAttribute("body")));
      says(status, "{\"data\": \"%1$s\", \"message\": \"%1$s\"}".formatted(sent)).answer(exchange);
    };
  }

  Manner hangs() {
    return _ -> end.await();
  }

  /// Begins to answer and never ends.
  Manner trickles() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("{\"data\": [".getBytes(UTF_8));
      exchange.getResponseBody().flush();
      end.await();
    };
  }

  long asked(String what) {
    return asked.stream().filter(it -> it.endsWith(what)).count();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  ProxmoxCluster client(InstantSource clock) {
    return client(clock, () -> TOKEN, Duration.ofSeconds(30), List.of(uri()));
  }

  /// @param patience more than any machine that the tests run on is slow, as a rule
  static ProxmoxCluster client(
      InstantSource clock, LoginSource logins, Duration patience, List<URI> addresses) {
    return new ProxmoxCluster(
        new ProxmoxServer("north", addresses, FakeCluster.NODES),
        new ProxmoxClient(HttpClient.newHttpClient(), patience),
        logins,
        clock);
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
