package dev.feierabend.kubernetes.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.metrics.Prometheus.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of a Prometheus and what its answers mean, good and bad ones.
class PrometheusTest {
  private static final Instant FROM = Instant.parse("2026-03-02T18:00:00Z");
  private static final String MATRIX =
      """
      {"status": "success", "data": {"resultType": "matrix", "result": [
        {"metric": {"namespace": "office", "pod": "mail-1"}, "values": [
          [1772474700, "0.5"], [1772475000, "NaN"], [1772475300, "+Inf"], [1772475600, "1.5e0"]]}]}}
      """;

  @TempDir Path folder;
  private final AtomicReference<String> asked = new AtomicReference<>("");
  private final AtomicReference<String> token = new AtomicReference<>("");
  private String answer = MATRIX;
  private HttpServer server;

  @BeforeEach
  void aServerThatAnswersAsTheTestSays() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/prom/api/v1/query_range",
        exchange -> {
          try (exchange) {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            token.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void isStopped() {
    server.stop(0);
  }

  @Test
  void pointsThatAreNoNumbersAreNone() {
    assertThat(range(Optional.empty()))
        .containsExactly(
            new Series(
                Map.of("namespace", "office", "pod", "mail-1"),
                new TreeMap<>(Map.of(1772474700L, 0.5, 1772475600L, 1.5))));
  }

  @Test
  void itIsAskedFromTheFirstStepOnAndToldWhoWeAreByTheFileAsItIsNow() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "first\nsecond line");
    range(Optional.of(file));
    assertThat(asked.get())
        .contains("query=up%7Ba%3D%22b%22%7D")
        .contains("start=2026-03-02T18%3A05%3A00Z")
        .contains("end=2026-03-02T19%3A00%3A00Z")
        .contains("step=300");
    assertThat(token.get()).isEqualTo("Bearer first");

    Files.writeString(file, "renewed");
    range(Optional.of(file));
    assertThat(token.get()).isEqualTo("Bearer renewed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Sign in</html>",
        "{}",
        "[]",
        "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": []}}",
        "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [{\"values\": [[1, \"x\"]]}]}}"
      })
  void whatIsNoAnswerIsAnOutage(String nonsense) {
    answer = nonsense;

    assertThatThrownBy(() -> range(Optional.empty()))
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("Expected JSON of a Prometheus from http://127.0.0.1:");
  }

  @Test
  void whatItRefusesIsToldInItsOwnWords() {
    answer = "{\"status\": \"error\", \"errorType\": \"timeout\", \"error\": \"query timed out\"}";

    assertThatThrownBy(() -> range(Optional.empty()))
        .isInstanceOf(Outage.class)
        .hasMessageEndingWith("to answer a query but it said 200: query timed out");
  }

  @Test
  void oneThatIsNotThereIsAnOutage() {
    server.stop(0);

    assertThatThrownBy(() -> range(Optional.empty()))
        .isInstanceOf(Outage.class)
        .hasMessageContaining("but it didn't answer");
  }

  @ParameterizedTest
  @CsvSource({"prometheus:9090", "ftp://prometheus", "''"})
  void anAddressThatIsNoneIsRefused(String url) {
    assertThatThrownBy(() -> new Place(URI.create(url), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Expected the URL of a Prometheus, for example http://");
  }

  private List<Series> range(Optional<Path> tokenFile) {
    var url = URI.create("http://127.0.0.1:%d/prom/".formatted(server.getAddress().getPort()));
    return new Prometheus(new Place(url, Optional.empty(), tokenFile))
        .range("up{a=\"b\"}", FROM, FROM.plus(Duration.ofHours(1)), Duration.ofMinutes(5));
  }
}
