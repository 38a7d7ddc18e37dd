package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClients;
import dev.feierabend.testservers.SecantusDb;
import dev.feierabend.testservers.SoftHsm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;

/// An evening of the real service at every log level, with hypervisors, a journal in a MongoDB that
/// asks who one is, and a key in a token. Ahausen's guests are shut down, a host goes into standby,
/// and the store goes away for a while. Whatever left the service is gathered.
final class HallEvening {
  static final String MONGODB_PASSWORD = "Planted-mongodb&5f20-<Secret>";
  static final String WRONG_MONGODB_PASSWORD = "Planted-mongodb-wrong&61-Secret";
  static final String WRONG_PIN = "Planted-pin-62";

  /// In addresses of hypervisors, where none belongs.
  static final String IN_AN_ADDRESS = "Planted-address-63-Secret";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final HallParts parts;
  private final Correspondents correspondents;
  private final SecantusDb mongodb;
  private final SoftHsm token;
  final Gathered told = new Gathered();

  HallEvening(Path folder, HallParts parts, Correspondents correspondents, SecantusDb mongodb) {
    this.folder = folder;
    this.parts = parts;
    this.correspondents = correspondents;
    this.mongodb = mongodb;
    this.token = SoftHsm.in(folder.resolve("hsm"));
  }

  void live() throws IOException {
    onlyWithAPassword();
    token.drawKey("checkpoint", "EC:edwards25519");
    parts.logins(folder.resolve("credentials"));
    Files.writeString(folder.resolve("ca.pem"), parts.authorities());
    Files.writeString(folder.resolve("fleet.yaml"), parts.fleet());
    secret("password", MONGODB_PASSWORD);
    secret("wrong-password", WRONG_MONGODB_PASSWORD);
    secret("pin", SoftHsm.PIN);
    secret("wrong-pin", WRONG_PIN);
    Path settings = settings("password");
    Path log = folder.resolve("service.log");
    try (var serve = ServeProcess.start(settings, log)) {
      new Sleep("ahausen-centre, ahausen-cluster").agree(serve);
      awaitSleep(serve);
      new Askers(serve, told).ask();
      withoutTheStore(serve);
      serve.kill();
    }
    told.add("log", Files.readString(log));
    told.add("wake list", Files.readString(folder.resolve("wake-list.yaml")));
    told.add("turned away", ServeProcess.refused(settings("wrong-password"), folder));
    exports(settings);
    told.add("process list", ProcessList.in(folder).text());
    told.files("beside", folder.resolve("beside"));
  }

  /// As an administrator does it.
  private void onlyWithAPassword() {
    try (var client = MongoClients.create(uri())) {
      var role = new Document("role", "readWrite").append("db", "feierabend");
      client
          .getDatabase("admin")
          .runCommand(
              new Document("createUser", "feierabend")
                  .append("pwd", MONGODB_PASSWORD)
                  .append("roles", List.of(role)));
    }
    mongodb.restart("--auth");
  }

  /// Soon given up, for it goes away.
  private String uri() {
    return "mongodb://127.0.0.1:%d/feierabend?serverSelectionTimeoutMS=2000"
        .formatted(mongodb.port());
  }

  private void secret(String file, String secret) throws IOException {
    Files.writeString(folder.resolve(file), secret + "\n");
  }

  private Path settings(String password) throws IOException {
    return Files.writeString(
        folder.resolve("with-%s.yaml".formatted(password)),
        """
        logging.level: {root: trace, org.mongodb.driver: trace}
        feierabend:
          mode: ACTIVE
          fleet: %1$s/fleet.yaml
          journal: %1$s/beside
          mongodb: {uri: "%2$s", username: feierabend, password-file: %1$s/%3$s}
          credentials: %1$s/credentials
          wake-list: %1$s/wake-list.yaml
          drills: {required: false}
          rules: {minimum-hosts: 0, reserve: 0}
          looks: {at-rest: PT5S, under-way: PT1S, in-vain: PT1S}
          power: {ca: %1$s/ca.pem}
          signing-token:
            tool: %4$s
            module: %5$s
            token: %6$s
            label: checkpoint
            pin-file: %1$s/pin
        """
                .formatted(folder, uri(), password, tool(), token.module(), SoftHsm.TOKEN)
            + correspondents.settings(folder.resolve("correspondents"))
            + Askers.users("ahausen"));
  }

  private Path tool() throws IOException {
    return ProcessList.in(folder).before(token.tool());
  }

  /// The vCenter puts a host into standby. Proxmox VE's nodes stay on, for `wake` couldn't bring
  /// them back; its guests are shut down.
  private static void awaitSleep(ServeProcess serve) {
    await()
        .atMost(PATIENCE)
        .failFast(serve::expectAlive)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          JsonNode fleet =
              Typed.json(serve.ask("GET", "/api/v1/fleet", Askers.TEAM, "", "").body());
          return all(fleet.path("workloads")).size() == HallParts.ALL_GUESTS
              && all(fleet.path("workloads")).stream().allMatch(it -> it.get("ready").asInt() == 0)
              && all(fleet.path("hosts")).stream()
                  .anyMatch(it -> it.get("power").asText().equals("off"));
        });
  }

  private static List<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  /// What is asked for then can't be recorded.
  private void withoutTheStore(ServeProcess serve) throws IOException {
    mongodb.kill();
    String wish = "{\"until\": \"2099-01-01T00:00:00Z\", \"because\": \"no store\"}";
    String path = "/api/v1/tenants/ahausen/override";
    var answer = serve.ask("POST", path, Askers.TOWN, "application/json", wish);
    assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
    told.add("page without a store", answer.body());
    mongodb.restart("--auth");
  }

  private void exports(Path settings) throws IOException {
    Path fleet = folder.resolve("fleet.yaml");
    told.command("history", journal("password", "history"));
    told.command("history as JSON", journal("password", "history", "--json"));
    told.command("drills", journal("password", "drill", "list", "--fleet", fleet));
    told.command("export", journal("password", "export", "--out", folder.resolve("evidence.zip")));
    told.command("history turned away", journal("wrong-password", "history"));
    told.command("export turned away", journal("wrong-password", "export", "--out", "none.zip"));
    told.command("doctor", doctor(settings, "pin"));
    told.command("doctor in German", "doctor", "--lang", "de", "--config", settings);
    told.command("doctor of addresses", "doctor", "--fleet", withPasswords(fleet));
    told.command("doctor turned away", doctor(settings("wrong-password"), "wrong-pin"));
    told.command("wake --dry-run", "wake", "--list", folder.resolve("wake-list.yaml"), "--dry-run");
    told.command(
        "journal copy",
        login("password", "journal", "copy", "--from", uri(), "--to", folder.resolve("copy")));
    told.unzipped("evidence", folder.resolve("evidence.zip"));
    told.files("copy", folder.resolve("copy"));
    mongodb.kill();
    told.command("history without a store", journal("password", "history"));
    told.command("doctor without a store", doctor(settings, "pin"));
  }

  /// A vCenter's and libvirt's addresses tell who we are.
  private Path withPasswords(Path fleet) throws IOException {
    String who = "://feierabend:" + IN_AN_ADDRESS + "@";
    String libvirt = "    - {name: kvm, kind: libvirt, url: \"qemu+tls%s*.example/system\"}\n";
    return Files.writeString(
        folder.resolve("with-passwords.yaml"),
        Files.readString(fleet)
            .replaceFirst("://", who)
            .replace("  controllers:\n", "  controllers:\n" + libvirt.formatted(who)));
  }

  private Object[] journal(String password, Object... words) {
    var all = new ArrayList<>(List.of(login(password, words)));
    all.addAll(List.of("--journal", uri(), "--beside", folder.resolve("beside")));
    return all.toArray();
  }

  private Object[] login(String password, Object... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--mongodb-user", "feierabend"));
    all.addAll(List.of("--mongodb-password-file", folder.resolve(password)));
    return all.toArray();
  }

  private Object[] doctor(Path settings, String pin) throws IOException {
    var all = new ArrayList<Object>(List.of("doctor", "--config", settings));
    all.addAll(List.of("--token", SoftHsm.TOKEN, "--token-module", token.module()));
    all.addAll(List.of("--token-key", "checkpoint", "--token-tool", tool()));
    all.addAll(List.of("--token-pin-file", folder.resolve(pin)));
    return all.toArray();
  }
}
