package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import dev.feierabend.testservers.SoftHsm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// An evening of the real service on real parts, at every log level: what could be put to sleep is,
/// the service is killed, its store is deleted, and `wake` brings everything back. Whatever left
/// the service until then is gathered.
final class LivedEvening {
  static final String PROMETHEUS_TOKEN = "Planted-prometheus-2b2b-Secret";

  /// Its token takes another.
  static final String WRONG_PIN = "Planted-pin-3e3e";

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Path folder;
  private final EveningParts parts;
  final Gathered told = new Gathered();

  /// What `wake` came to.
  ///
  /// @param onBefore how many machines were on before it, by their boards
  /// @param again the same a second time
  record Morning(long onBefore, WakeProcess woken, long onAfter, WakeProcess again) {}

  LivedEvening(Path folder, EveningParts parts) {
    this.folder = folder;
    this.parts = parts;
  }

  /// Lives it; what the end of it was.
  Morning live() throws IOException {
    HttpServer prometheus = repeatingPrometheus();
    Path settings = written(prometheus.getAddress().getPort());
    Path log = folder.resolve("service.log");
    try (var serve = ServeProcess.start(settings, log)) {
      new Sleep("ahausen-office").agree(serve);
      awaitSleep(serve);
      new Askers(serve, told).ask();
      serve.kill();
    } finally {
      prometheus.stop(0);
    }
    told.add("log", Files.readString(log));
    told.add("process list", ProcessList.in(folder).text());
    told.add("wake list", Files.readString(folder.resolve("wake-list.yaml")));
    told.add("cluster's objects", parts.objects());
    told.add("cluster's events", parts.events());
    exports(settings);
    delete(folder.resolve("journal"));
    return morning();
  }

  private Path written(int prometheus) throws IOException {
    var credentials = CredentialFiles.in(folder.resolve("credentials"));
    credentials.login("bmc", RedfishEmulator.USER, RedfishEmulator.PASSWORD);
    credentials.login("boards", IpmiSimulator.USER, IpmiSimulator.PASSWORD);
    credentials.login("no", PlayedBoards.USER, EveningParts.REFUSED);
    credentials.login("busy", PlayedBoards.USER, PlayedBoards.PASSWORD);
    Files.writeString(folder.resolve("token"), PROMETHEUS_TOKEN + "\n");
    Files.writeString(folder.resolve("fleet.yaml"), parts.fleet());
    var processes = ProcessList.in(folder);
    return Files.writeString(
        folder.resolve("feierabend.yaml"),
        """
        logging.level: {root: trace}
        feierabend:
          mode: ACTIVE
          fleet: %1$s/fleet.yaml
          journal: %1$s/journal
          credentials: %1$s/credentials
          wake-list: %1$s/wake-list.yaml
          kubeconfig: %2$s
          drills: {required: false}
          rules: {minimum-hosts: 0, reserve: 0}
          power: {ipmitool: %3$s, ipmi-cipher: 3}
          prometheus: {url: "http://127.0.0.1:%4$d", token-file: %1$s/token}
          signing-token: %5$s
        """
                .formatted(
                    folder,
                    parts.plane.kubeconfig(),
                    processes.before(parts.ipmi.tool()),
                    prometheus,
                    token(processes))
            + Askers.users("ahausen, bdorf"));
  }

  private String token(ProcessList processes) throws IOException {
    SoftHsm token = SoftHsm.in(folder.resolve("hsm"));
    token.drawKey("checkpoint", "EC:edwards25519");
    Path pin = Files.writeString(folder.resolve("pin"), WRONG_PIN + "\n");
    return "{tool: %s, module: %s, token: %s, label: checkpoint, pin-file: %s}"
        .formatted(processes.before(token.tool()), token.module(), SoftHsm.TOKEN, pin);
  }

  /// Refuses every query and says with what it was asked.
  private static HttpServer repeatingPrometheus() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String sent = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] body =
              "{\"status\": \"error\", \"error\": \"who is %s?\"}".formatted(sent).getBytes(UTF_8);
          exchange.sendResponseHeaders(401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /// One stays on for whatever may come. People ask for exceptions elsewhere meanwhile, at each of
  /// which the service looks at once.
  private void awaitSleep(ServeProcess serve) {
    String override = "/api/v1/tenants/bdorf/override";
    String wish =
        "{\"until\": \"%s\", \"because\": \"%s\"}"
            .formatted(Instant.now().plus(Duration.ofHours(1)), Askers.CANARY);
    await()
        .atMost(PATIENCE)
        .failFast(serve::expectAlive)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          serve.ask("POST", override, Askers.TOWN, "application/json", wish);
          serve.ask("DELETE", override + "?because=over", Askers.TOWN, "", "");
          return parts.on() == 1 && !parts.ipmi.on();
        });
  }

  private void exports(Path settings) throws IOException {
    Path journal = folder.resolve("journal");
    told.command("history", "history", "--journal", journal);
    told.command("history as JSON", "history", "--journal", journal, "--json");
    told.command(
        "drills", "drill", "list", "--journal", journal, "--fleet", folder.resolve("fleet.yaml"));
    told.command("doctor", "doctor", "--config", settings);
    told.command("verify", "verify", journal);
    told.command("wake --dry-run", "wake", "--list", folder.resolve("wake-list.yaml"), "--dry-run");
    told.command(
        "journal copy", "journal", "copy", "--from", journal, "--to", folder.resolve("copy"));
    told.command("export", "export", "--journal", journal, "--out", folder.resolve("evidence.zip"));
    told.unzipped("evidence", folder.resolve("evidence.zip"));
    told.files("copy", folder.resolve("copy"));
    told.files("journal", journal);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Morning morning() throws IOException {
    Path list = folder.resolve("wake-list.yaml");
    long before = parts.on();
    WakeProcess woken = WakeProcess.run(List.of(), "--list", list, "--within", "PT2M");
    long after = parts.on();
    WakeProcess again = WakeProcess.run(List.of(), "--list", list, "--json");
    told.add("wake", woken.said());
    told.add("wake as JSON", again.said());
    return new Morning(before, woken, after, again);
  }
}
