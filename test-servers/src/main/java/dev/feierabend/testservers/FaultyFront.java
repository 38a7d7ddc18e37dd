package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Stands over TLS before a power controller or a vCenter and does to what comes what a test wants.
public final class FaultyFront implements AutoCloseable {
  /// How it answers.
  public enum Fault {
    NONE,
    /// A Redfish system that is on is said to be off, and the other way round.
    LIES,
    /// Whoever wants something done is told that it is in conflict, and nothing is.
    CONFLICT,
    BUSY,
    GARBAGE,
    /// What is wanted is done, and half of the answer comes.
    HALF,
    /// What is wanted is done, and the answer comes after forty seconds.
    LATE,
    /// Whoever logs in is turned away; who asks for nothing secret isn't.
    REFUSES_LOGIN,
    EXPIRED_CERTIFICATE,
    AWAY
  }

  private static final Duration LATE = Duration.ofSeconds(40);
  private static final List<String> ASKED =
      List.of(
          "Authorization",
          "X-Auth-Token",
          "Content-Type",
          "Accept",
          "SOAPAction",
          "Cookie",
          "If-None-Match",
          "If-Match");
  private static final List<String> ANSWERED =
      List.of("Content-Type", "Set-Cookie", "ETag", "X-Auth-Token", "Location", "Retry-After");

  private final URI server;
  private final HttpClient onwards;
  private final SelfSigned sound;
  private final SelfSigned expired;
  private final int port = Ports.free(1).getFirst();
  private final AtomicInteger refused = new AtomicInteger();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Optional<String>> last = new AtomicReference<>(Optional.empty());
  private volatile Fault fault = Fault.NONE;
  private @Nullable HttpsServer here;

  /// @param trust in the server behind it, where that speaks TLS
  public FaultyFront(URI server, SSLContext trust) {
    this.server = server;
    onwards =
        HttpClient.newBuilder().sslContext(trust).version(HttpClient.Version.HTTP_1_1).build();
    try {
      sound = SelfSigned.make();
      expired = SelfSigned.expired();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listen(sound);
  }

  public URI uri() {
    return URI.create("https://127.0.0.1:" + port);
  }

  /// What it is trusted by, as PEM; of what has expired nothing else is wrong.
  public String certificates() {
    return sound.certificate() + expired.certificate();
  }

  /// It goes away once it has passed on what contains `words`, for example a method of vSphere's.
  public void leaveAfter(String words) {
    last.set(Optional.of(words));
  }

  /// As after a restart of the server: nobody's session is known any more.
  public void endSessions() {
    ended.addAll(sessions);
    last.set(Optional.empty());
  }

  /// How many logins were refused here, by itself or by the server.
  public int refused() {
    return refused.get();
  }

  /// From now on.
  public synchronized void fault(Fault next) {
    boolean wasHere = fault != Fault.AWAY && fault != Fault.EXPIRED_CERTIFICATE;
    fault = next;
    switch (next) {
      case AWAY -> leave();
      case EXPIRED_CERTIFICATE -> {
        leave();
        listen(expired);
      }
      case NONE, LIES, CONFLICT, BUSY, GARBAGE, HALF, LATE, REFUSES_LOGIN -> {
        if (!wasHere) {
          leave();
          listen(sound);
        }
      }
    }
  }

  private void listen(SelfSigned with) {
    try {
      var fresh =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      fresh.setHttpsConfigurator(new HttpsConfigurator(with.context()));
      fresh.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      fresh.createContext("/", this::answer);
      fresh.start();
      here = fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void leave() {
    if (here != null) {
      here.stop(0);
      here = null;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (fault) {
        case NONE, EXPIRED_CERTIFICATE -> pass(exchange, forwarded(exchange));
        case LIES -> lie(exchange, forwarded(exchange));
        case CONFLICT -> {
          if (exchange.getRequestMethod().equals("POST")) {
            say(exchange, 409, "");
          } else {
            pass(exchange, forwarded(exchange));
          }
        }
        case BUSY -> say(exchange, 503, "busy");
        case GARBAGE -> say(exchange, 200, "<html>%&$!");
        case HALF -> {
          byte[] whole = forwarded(exchange).body();
          say(exchange, 200, new String(whole, 0, whole.length / 2, UTF_8));
        }
        case LATE -> {
          HttpResponse<byte[]> answer = forwarded(exchange);
          LockSupport.parkNanos(LATE.toNanos());
          pass(exchange, answer);
        }
        case REFUSES_LOGIN -> refuse(exchange);
        case AWAY -> {}
      }
    }
  }

  /// A session that was begun with the old password is over, too.
  private void refuse(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    boolean session =
        exchange.getRequestMethod().equals("POST")
            && exchange.getRequestURI().getPath().endsWith("/Sessions");
    if (headers.containsKey("Authorization") || session) {
      refused.incrementAndGet();
      say(exchange, 401, "");
    } else if (headers.containsKey("X-Auth-Token")) {
      say(exchange, 401, "");
    } else {
      pass(exchange, forwarded(exchange));
    }
  }

  private HttpResponse<byte[]> forwarded(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    for (String name : ASKED) {
      exchange.getRequestHeaders().getOrDefault(name, List.of()).stream()
          .filter(value -> !ended.contains(value))
          .forEach(value -> request.header(name, value));
    }
    sessions.addAll(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
    try {
      HttpResponse<byte[]> answer = onwards.send(request.build(), BodyHandlers.ofByteArray());
      look(new String(body, UTF_8), new String(answer.body(), UTF_8));
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void look(String asked, String answered) {
    if (asked.contains("<Login ") || asked.contains("<Login>")) {
      refused.addAndGet(answered.contains("InvalidLogin") ? 1 : 0);
    }
    Optional<String> words = last.get();
    if (words.filter(asked::contains).isPresent() && last.compareAndSet(words, Optional.empty())) {
      Thread.ofVirtual().start(() -> fault(Fault.AWAY));
    }
  }

  private static void lie(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    String truth = new String(answer.body(), UTF_8);
    String lie =
        truth.contains("\"PowerState\": \"On\"")
            ? truth.replace("\"PowerState\": \"On\"", "\"PowerState\": \"Off\"")
            : truth.replace("\"PowerState\": \"Off\"", "\"PowerState\": \"On\"");
    say(exchange, answer.statusCode(), lie);
  }

  private static void pass(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    for (String name : ANSWERED) {
      answer
          .headers()
          .allValues(name)
          .forEach(value -> exchange.getResponseHeaders().add(name, value));
    }
    send(exchange, answer.statusCode(), answer.body());
  }

  private static void say(HttpExchange exchange, int code, String body) throws IOException {
    send(exchange, code, body.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
    exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public synchronized void close() {
    leave();
  }
}
