package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.policies.language.Document;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// An evening of the real service on real parts, at every log level: what could be put to sleep is,
/// the service is killed, its store is deleted, and `wake` brings everything back. Whatever left
/// the service until then is kept, by the place where it was found.
final class LivedEvening {
  static final String TEAM_PASSWORD = "Planted-team-5e5e-Secret";
  static final String TOWN_PASSWORD = "Planted-town-6f6f-Secret";
  static final String MISTYPED = "Planted-typo-4d4d-Secret";
  static final String PROMETHEUS_TOKEN = "Planted-prometheus-2b2b-Secret";

  /// Told by a person, as a reason: it has to be found wherever reasons are told.
  static final String CANARY = "Canary-8c8c-Reason";

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final String TEAM = "petra:" + TEAM_PASSWORD;
  private static final String TOWN = "karl:" + TOWN_PASSWORD;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
  private static final List<String> PAGES =
      List.of(
          "/",
          "/report",
          "/drills",
          "/v3/api-docs",
          "/actuator/health",
          "/actuator/prometheus",
          "/api/v1/agreements",
          "/api/v1/history",
          "/api/v1/plans",
          "/api/v1/fleet",
          "/api/v1/drills",
          "/api/v1/persons",
          "/api/v1/overrides",
          "/api/v1/report",
          "/api/v1/nothing",
          "/error");

  private final Path folder;
  private final EveningParts parts;

  /// Texts by place.
  final SortedMap<String, String> told = new TreeMap<>();

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
      agree(serve);
      awaitSleep(serve);
      asked(serve);
      serve.kill();
    } finally {
      prometheus.stop(0);
    }
    told.put("log", Files.readString(log));
    told.put("process list", Files.readString(folder.resolve("process-list")));
    told.put("wake list", Files.readString(folder.resolve("wake-list.yaml")));
    cluster();
    exports(settings);
    delete(folder.resolve("journal"));
    return morning();
  }

  /// Looks at the processes of this machine whenever it is run, and is the real one then.
  private Path ipmitool() throws IOException {
    Path tool =
        Files.writeString(
            folder.resolve("ipmitool"),
            """
            #!/bin/sh
            cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' >>%1$s
            echo >>%1$s
            stat -c 'environment %%A' /proc/$$/environ >>%1$s
            exec %2$s "$@"
            """
                .formatted(folder.resolve("process-list"), parts.ipmi.tool()));
    return Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
  }

  private Path written(int prometheus) throws IOException {
    Path credentials = Files.createDirectories(folder.resolve("credentials"));
    login(credentials, "bmc", RedfishEmulator.USER, RedfishEmulator.PASSWORD);
    login(credentials, "boards", IpmiSimulator.USER, IpmiSimulator.PASSWORD);
    login(credentials, "no", PlayedBoards.USER, EveningParts.REFUSED);
    login(credentials, "busy", PlayedBoards.USER, PlayedBoards.PASSWORD);
    Files.writeString(folder.resolve("token"), PROMETHEUS_TOKEN + "\n");
    Files.writeString(folder.resolve("fleet.yaml"), parts.fleet());
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
          users:
            - {name: petra, password: "%5$s", role: platform-team, actor: actor-17}
            - {name: karl, password: "%6$s", role: customer, tenants: [ahausen, bdorf], actor: actor-4}
        """
            .formatted(
                folder,
                parts.plane.kubeconfig(),
                ipmitool(),
                prometheus,
                hash(TEAM_PASSWORD),
                hash(TOWN_PASSWORD)));
  }

  private static void login(Path folder, String name, String user, String password)
      throws IOException {
    Files.writeString(folder.resolve(name), user + "\n" + password + "\n");
  }

  private static String hash(String password) {
    return "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password);
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

  private void agree(ServeProcess serve) throws IOException {
    Instant now = Instant.now();
    String policy =
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: office, tenant: ahausen}
        spec:
          pools: [ahausen-office]
          zone: UTC
          asleep:
            - {from: %s, to: %s}
          readyBy: {lead: PT1M}
        """
            .formatted(
                MINUTE.format(now.minus(Duration.ofMinutes(5))),
                MINUTE.format(now.plus(Duration.ofHours(8))));
    expect(serve.ask("POST", "/api/v1/agreements", TEAM, "application/yaml", policy), 201);
    String digest = Document.of(policy.getBytes(UTF_8)).digest();
    String approval = "/api/v1/agreements/ahausen/office/%s/approval".formatted(digest);
    expect(serve.ask("POST", approval, TOWN, "", ""), 204);
  }

  /// One stays on for whatever may come. People ask for exceptions elsewhere meanwhile, at each of
  /// which the service looks at once.
  private void awaitSleep(ServeProcess serve) {
    String override = "/api/v1/tenants/bdorf/override";
    String wish =
        "{\"until\": \"%s\", \"because\": \"%s\"}"
            .formatted(Instant.now().plus(Duration.ofHours(1)), CANARY);
    await()
        .atMost(PATIENCE)
        .failFast(serve::expectAlive)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          serve.ask("POST", override, TOWN, "application/json", wish);
          serve.ask("DELETE", override + "?because=over", TOWN, "", "");
          return parts.on() == 1 && !parts.ipmi.on();
        });
  }

  private void asked(ServeProcess serve) throws IOException {
    serve.ask("GET", "/", "petra:" + MISTYPED, "", "");
    serve.ask("POST", "/api/v1/agreements", TEAM, "application/yaml", "kind: " + CANARY);
    for (String page : PAGES) {
      told.put("page " + page, serve.ask("GET", page, TEAM, "", "").body());
      told.put("page of the town " + page, serve.ask("GET", page, TOWN, "", "").body());
      told.put("page of nobody " + page, serve.ask("GET", page, "", "", "").body());
    }
  }

  /// Every object that the service could have written to, and the cluster's events.
  private void cluster() {
    var all = new StringBuilder();
    all.append(Serialization.asJson(parts.admin.nodes().list()));
    all.append(Serialization.asJson(parts.admin.apps().deployments().inAnyNamespace().list()));
    all.append(Serialization.asJson(parts.admin.configMaps().inAnyNamespace().list()));
    all.append(Serialization.asJson(parts.admin.leases().inAnyNamespace().list()));
    told.put("cluster's objects", all.toString());
    told.put(
        "cluster's events",
        Serialization.asJson(parts.admin.v1().events().inAnyNamespace().list())
            + Serialization.asJson(parts.admin.events().v1().events().inAnyNamespace().list()));
  }

  private void exports(Path settings) throws IOException {
    Path journal = folder.resolve("journal");
    command("history", "history", "--journal", journal);
    command("history as JSON", "history", "--journal", journal, "--json");
    command(
        "drills", "drill", "list", "--journal", journal, "--fleet", folder.resolve("fleet.yaml"));
    command("doctor", "doctor", "--config", settings);
    command("verify", "verify", journal);
    command("wake --dry-run", "wake", "--list", folder.resolve("wake-list.yaml"), "--dry-run");
    command("journal copy", "journal", "copy", "--from", journal, "--to", folder.resolve("copy"));
    command("export", "export", "--journal", journal, "--out", folder.resolve("evidence.zip"));
    told.put("evidence", unzipped(folder.resolve("evidence.zip")));
    told.put("copy", files(folder.resolve("copy")));
    told.put("journal", files(journal));
  }

  private void command(String place, Object... words) {
    Typed typed = Typed.of(words);
    told.put(place, typed.out() + typed.err());
  }

  private static String unzipped(Path zip) throws IOException {
    var all = new StringBuilder();
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), UTF_8));
      }
    }
    return all.toString();
  }

  /// The bytes of all files, each as a character.
  private static String files(Path folder) throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, ISO_8859_1));
      }
    }
    return all.toString();
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
    told.put("wake", woken.said());
    told.put("wake as JSON", again.said());
    return new Morning(before, woken, after, again);
  }

  private static void expect(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }
}
