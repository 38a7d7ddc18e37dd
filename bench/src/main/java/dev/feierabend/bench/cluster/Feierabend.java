package dev.feierabend.bench.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.policies.language.Document;
import dev.feierabend.testservers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// `./feierabend serve` as it is typed, in 256 MiB, with its journal on the disk: a process, and
/// people who agree to a schedule while it runs.
///
/// @param launcher what is typed; it must not have to build anything first
record Feierabend(Site site, Path launcher, int port) {
  static final String MEMORY = "-Xmx256m";
  static final String AGENT = "feierabend/";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String AGREEMENTS = "/api/v1/agreements";
  private static final String PASSWORD = "p";

  Feierabend(Site site, Path launcher) {
    this(site, launcher, Ports.free(1).getFirst());
  }

  /// Starts it with an empty journal, and returns once it is up.
  Process served() throws IOException {
    Path folder = Files.createTempDirectory(site.folder(), "feierabend");
    Files.writeString(folder.resolve("fleet.yaml"), Manifests.fleet(site.namespaces()));
    Files.writeString(folder.resolve("feierabend.yaml"), settings(folder));
    Process process =
        site.start("feierabend", command(folder), Map.of("JAVA_TOOL_OPTIONS", MEMORY));
    try {
      awaitStarted(process);
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
    return process;
  }

  private void awaitStarted(Process process) {
    Path log = site.folder().resolve("feierabend.log");
    Awaitility.await("the service")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .failFast("the service ended by itself, see " + log, () -> !process.isAlive())
        .until(() -> Files.readString(log).contains("Started "));
  }

  /// One person proposes the schedule, another approves it.
  void agree(Schedule schedule) throws IOException, InterruptedException {
    String policy = Manifests.policy(schedule);
    send("petra", "POST", AGREEMENTS, BodyPublishers.ofString(policy));
    String digest = Document.of(policy.getBytes(UTF_8)).digest();
    String approval = AGREEMENTS + "/ahausen/office/%s/approval".formatted(digest);
    send("karl", "POST", approval, BodyPublishers.noBody());
  }

  void withdraw() throws IOException, InterruptedException {
    send("karl", "DELETE", AGREEMENTS + "/ahausen/office?because=bench", BodyPublishers.noBody());
  }

  private void send(String who, String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    String login = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(UTF_8));
    try (var http = HttpClient.newHttpClient()) {
      var response =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                  .header("Authorization", "Basic " + login)
                  .header("Content-Type", "application/yaml")
                  .method(method, body)
                  .build(),
              BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "Expected %s to be accepted but found %d: %s"
                .formatted(path, response.statusCode(), response.body()));
      }
    }
  }

  private List<String> command(Path folder) {
    return List.of(
        launcher.toString(),
        "serve",
        "--config",
        folder.resolve("feierabend.yaml").toString(),
        "--port",
        String.valueOf(port));
  }

  private String settings(Path folder) {
    String secret = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
    return """
    feierabend:
      mode: ACTIVE
      fleet: %1$s/fleet.yaml
      journal: %1$s/journal
      kubeconfig: %2$s
      users:
        - {name: petra, password: "%3$s", role: platform-team, actor: actor-17}
        - {name: karl, password: "%3$s", role: customer, tenants: [ahausen], actor: actor-4}
    """
        .formatted(folder, site.kubeconfig(), secret);
  }
}
