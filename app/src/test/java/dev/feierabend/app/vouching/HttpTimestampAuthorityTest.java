package dev.feierabend.app.vouching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.app.witness.Town;
import dev.feierabend.core.proving.Vouching;
import dev.feierabend.core.proving.stamps.OpensslAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scheduler and a real authority (`openssl ts`) on HTTP, which fails in every way there is.
class HttpTimestampAuthorityTest {
  private interface Behaviour {
    void answer(HttpExchange exchange, byte[] right) throws IOException;
  }

  private static final Behaviour RIGHT = HttpTimestampAuthorityTest::reply;

  @TempDir Path folder;
  @TempDir Path here;
  private final CountDownLatch ended = new CountDownLatch(1);
  private OpensslAuthority openssl;
  private HttpServer server;
  private Vouching.Asked asked;
  private Town town;
  private volatile Behaviour behaviour = RIGHT;

  @BeforeEach
  void anAuthority() throws IOException {
    openssl = OpensslAuthority.in(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
                .isEqualTo("application/timestamp-query");
            behaviour.answer(exchange, openssl.reply(exchange.getRequestBody().readAllBytes()));
          }
        });
    server.start();
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var authority =
        new HttpTimestampAuthority(
            url, openssl.trust(), Optional.empty(), new Post(Duration.ofSeconds(3)));
    asked = new Vouching.Asked(Optional.of(authority), List.of(), false);
    town = Town.in(here);
  }

  @AfterEach
  void stop() {
    ended.countDown();
    town.close();
    server.stop(0);
  }

  private static void reply(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void theNewestCheckpointIsStampedOnceAndOpensslVerifiesTheStoredToken() throws IOException {
    town.happens("storm").happens("more").asks(asked).asks(asked);
    assertThat(town.last(2)).containsExactly("CheckpointSigned", "TimestampObtained");
    assertThat(town.vouched().unstampedSince()).isEmpty();
    try (var commits = town.journal().log().from(town.journal().log().head().number())) {
      var stamp = commits.toList().getFirst().events().getFirst().payload();
      byte[] token = Base64.getDecoder().decode(stamp.get("token").asText());
      assertThat(openssl.verifies(token, stamp.get("checkpoint").asText())).isTrue();
      assertThat(stamp.get("authority").asText()).isEqualTo("CN=tsa,O=Test authority");
    }
  }

  @Test
  void whateverGoesWrongDelaysTheStampAndStopsNothing() {
    List<Behaviour> wrong =
        List.of(
            (exchange, _) -> exchange.sendResponseHeaders(500, -1),
            (exchange, _) -> reply(exchange, "<html>".getBytes(UTF_8)),
            (exchange, right) -> reply(exchange, Arrays.copyOf(right, right.length / 2)),
            (exchange, right) -> {
              exchange.sendResponseHeaders(200, right.length);
              exchange.getResponseBody().write(right, 0, right.length / 2);
            },
            (exchange, right) -> reply(exchange, Arrays.copyOf(right, 2 << 20)),
            (exchange, right) -> {
              exchange.sendResponseHeaders(200, right.length);
              exchange.getResponseBody().write(right, 0, 1);
              exchange.getResponseBody().flush();
              late();
            });
    town.happens("storm");
    for (Behaviour one : wrong) {
      behaviour = one;
      town.asks(asked);
      assertThat(town.last(1)).containsExactly("CheckpointSigned");
      assertThat(town.vouched().unstampedSince()).contains(Town.NOW);
    }
    behaviour = RIGHT;
    town.asks(asked);
    assertThat(town.last(1)).containsExactly("TimestampObtained");
  }

  private void late() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anAuthorityThatIsOutIsAskedAgainAtTheNextLook() {
    server.stop(0);
    town.happens("storm").asks(asked);
    assertThat(town.last(1)).containsExactly("CheckpointSigned");
  }
}
