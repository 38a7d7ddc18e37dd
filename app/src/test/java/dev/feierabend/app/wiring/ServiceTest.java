package dev.feierabend.app.wiring;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.policies.language.Document;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service on a sandbox fleet, asked over HTTP as its users ask it.
class ServiceTest {
  private static final ThreeTowns TOWNS = new ThreeTowns(4, 1);
  private static final ThreeTowns.Proposal PROPOSAL = TOWNS.proposals().getFirst();

  @TempDir Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @BeforeEach
  void aFleetAndItsUsers() throws IOException {
    Files.writeString(directory.resolve("fleet.yaml"), TOWNS.fleet());
    Files.writeString(
        directory.resolve("feierabend.yaml"),
        """
        spring.profiles.active: demo
        feierabend:
          fleet: %1$s/fleet.yaml
          journal: %1$s/journal
          users:
            - {name: petra, password: "{noop}p", role: platform-team, actor: actor-17}
            - {name: karl, password: "{noop}k", role: customer, tenants: [ahausen], actor: actor-4}
        """
            .formatted(directory));
  }

  @Test
  void whatOnePersonProposesAnotherApprovesAndARestartStillKnows() throws Exception {
    try (var _ = start()) {
      assertThat(proposed().statusCode()).isEqualTo(201);
      assertThat(approved().statusCode()).isBetween(200, 204);
    }
    assertThat(directory.resolve("journal/snapshots")).isNotEmptyDirectory();

    try (var _ = start()) {
      assertThat(get("/api/v1/history", "karl:k").body()).contains("actor-4");
      assertThat(get("/api/v1/agreements/ahausen/rathaus", "karl:k").body())
          .containsIgnoringCase("active");
    }
  }

  @Test
  void itIsHealthyOnceItLooksAndTellsMetricsToThePlatformTeam() throws Exception {
    try (var _ = start()) {
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(get("/actuator/health", "petra:p").body()).contains("UP"));
      assertThat(get("/actuator/prometheus", "petra:p").body())
          .contains("feierabend_actions_pending");
      assertThat(get("/actuator/prometheus", "karl:k").statusCode()).isEqualTo(403);
      assertThat(get("/", "nobody:x").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aBackupThatIsAskedForIsToldOfInTheMetricsAndAWakeListIsThereFromTheStart() throws Exception {
    Files.writeString(
        directory.resolve("feierabend.yaml"),
        Files.readString(directory.resolve("feierabend.yaml"))
            .replace(
                "  users:",
                "  backup: %1$s/backup\n  wake-list: %1$s/wake.yaml\n  users:"
                    .formatted(directory)));
    try (var _ = start()) {
      assertThat(get("/actuator/prometheus", "petra:p").body())
          .contains("feierabend_backup_behind");
      assertThat(directory.resolve("wake.yaml")).content().contains("  hosts: []\ndigest: sha256:");
    }
  }

  @Test
  void aTokenThatIsNotThereDoesNotKeepItFromStartingAndIsToldOfInTheMetrics() throws Exception {
    Files.writeString(
        directory.resolve("feierabend.yaml"),
        Files.readString(directory.resolve("feierabend.yaml"))
            .replace(
                "  users:",
                "  signing-token: {tool: none, module: none.so, token: hsm, label: k, pin-file: pin}\n  users:"));
    try (var _ = start()) {
      assertThat(get("/actuator/prometheus", "petra:p").body())
          .contains("feierabend_checkpoint_unsigned_seconds");
    }
  }

  @Test
  void aFleetThatIsNotThereIsOneSentence() throws IOException {
    Files.delete(directory.resolve("fleet.yaml"));

    assertThatThrownBy(this::start)
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("Expected the fleet document at feierabend.fleet but ");
  }

  @Test
  void aCalendarWithFaultsKeepsItFromStartingAndEachIsTold() throws IOException {
    Path calendar =
        Files.writeString(
            directory.resolve("elections.yaml"),
            """
            apiVersion: feierabend.dev/v1
            kind: HolidayCalendar
            metadata: {name: elections, source: us}
            spec: {lists: [{name: elections, days: [{day: 20.9.2026, name: Wahl}]}]}
            """);
    Files.writeString(
        directory.resolve("feierabend.yaml"),
        Files.readString(directory.resolve("feierabend.yaml"))
            .replace("  users:", "  calendars: [" + calendar + "]\n  users:"));

    assertThatThrownBy(this::start)
        .isInstanceOf(Outage.class)
        .hasMessageMatching(
            "(?s).*elections.yaml:3:11: expected \"edition\": .*\n.*elections.yaml:4:47: .*");
    Files.delete(calendar);
    assertThatThrownBy(this::start)
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("Expected the calendars at feierabend.calendars but ");
  }

  @Test
  void hostsToTestThatAreNoneKeepItFromStarting() throws IOException {
    Files.writeString(
        directory.resolve("feierabend.yaml"),
        Files.readString(directory.resolve("feierabend.yaml"))
            .replace("  users:", "  readiness: {allowed: [\"https://x.example\"]}\n  users:"));

    assertThatThrownBy(this::start)
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected hosts at feierabend.readiness.allowed, for example permits.example.de or "
                + "\"*.example.de\", but found \"https://x.example\"");
  }

  private ConfigurableApplicationContext start() {
    var context = Service.start(directory.resolve("feierabend.yaml"), "--server.port=0");
    port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    return context;
  }

  private HttpResponse<String> proposed() throws Exception {
    return http.send(
        request("/api/v1/agreements", "petra:p")
            .header("Content-Type", "application/yaml")
            .POST(HttpRequest.BodyPublishers.ofString(PROPOSAL.document()))
            .build(),
        ofString());
  }

  private HttpResponse<String> approved() throws Exception {
    String path =
        "/api/v1/agreements/ahausen/rathaus/%s/approval"
            .formatted(Document.of(PROPOSAL.document().getBytes(UTF_8)).digest());
    return http.send(
        request(path, "karl:k").POST(HttpRequest.BodyPublishers.noBody()).build(), ofString());
  }

  private HttpResponse<String> get(String path, String who) throws Exception {
    return http.send(request(path, who).build(), ofString());
  }

  private HttpRequest.Builder request(String path, String who) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(who.getBytes(UTF_8)));
  }
}
