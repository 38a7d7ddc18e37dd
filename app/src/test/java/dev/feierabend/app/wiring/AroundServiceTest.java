package dev.feierabend.app.wiring;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.sandbox.town.ThreeTowns;
import dev.feierabend.testservers.Alertmanager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service beside an Alertmanager and a webhook.
class AroundServiceTest {
  private static final ThreeTowns TOWNS = new ThreeTowns(4, 1);

  @TempDir private Path directory;
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void whatIsProposedIsToldOnceAndAlertmanagerIsAsked() throws Exception {
    HttpServer webhook = webhook();
    try (Alertmanager alertmanager = Alertmanager.start()) {
      prepare(alertmanager.url(), webhook.getAddress().getPort());
      try (var service = start()) {
        propose(service);
        await().untilAsserted(() -> assertThat(told).hasSize(1));
        assertThat(told.getFirst()).contains("dev.feierabend.PolicyProposed", "rathaus");
        await()
            .untilAsserted(() ->
                assertThat(metrics(service))
                    .contains("feierabend_silences_failing_seconds 0.0")
                    .contains("feierabend_notices_waiting_seconds 0.0")
                    .contains("feierabend_notices_lost_total 0.0"));
      }
      try (var service = start()) {
        await().until(() -> metrics(service).contains("feierabend_notices_waiting_seconds 0.0"));
      }
      assertThat(told).hasSize(1);
    } finally {
      webhook.stop(0);
    }
  }

  private HttpServer webhook() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void prepare(URI alertmanager, int webhook) throws IOException {
    Files.writeString(directory.resolve("fleet.yaml"), TOWNS.fleet());
    Files.writeString(directory.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    Files.writeString(
        directory.resolve("feierabend.yaml"),
        """
        spring.profiles.active: demo
        feierabend:
          fleet: %1$s/fleet.yaml
          journal: %1$s/journal
          alertmanager: {url: "%2$s"}
          notify:
            recipients:
              - name: chat
                language: en
                topics: [AGREEMENTS]
                webhook: {url: "http://127.0.0.1:%3$d/hook", secret-file: %1$s/secret}
          users:
            - {name: petra, password: "{noop}p", role: platform-team, actor: actor-17}
        """
            .formatted(directory, alertmanager, webhook));
  }

  private ConfigurableApplicationContext start() {
    return Service.start(directory.resolve("feierabend.yaml"), "--server.port=0");
  }

  private static void propose(ConfigurableApplicationContext service) throws Exception {
    var request =
        request(service, "/api/v1/agreements")
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(TOWNS.proposals().getFirst().document()));
    assertThat(send(request)).isNotEmpty();
  }

  private static String metrics(ConfigurableApplicationContext service) throws Exception {
    return send(request(service, "/actuator/prometheus"));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), ofString());
      assertThat(answer.statusCode()).isBetween(200, 204);
      return answer.body();
    }
  }

  private static HttpRequest.Builder request(ConfigurableApplicationContext service, String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString("petra:p".getBytes(UTF_8)));
  }
}
