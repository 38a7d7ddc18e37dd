package dev.feierabend.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import dev.feierabend.app.house.Checkout;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who we are to a MongoDB that asks, and what the shipped roles let us do.
class MongoLoginTest {
  private static final String ROLES = "docs/mongodb-roles.json";

  @TempDir private Path files;

  /// Without the role to lead: SecantusDB gives a right to a whole database, a mongod to a
  /// collection.
  @Test
  void theServiceAddsToTheHistoryAndChangesNothingAndAnotherUserBeginsIt() throws Exception {
    Path password = password();
    try (var server = SecantusDb.start()) {
      people(server);
      server.restart("--auth");
      try (var service = MongoStore.of(uri(server), user("service", password))) {
        assertThatThrownBy(() -> service.log(() -> Instant.EPOCH))
            .isInstanceOf(Outage.class)
            .hasMessageContaining("begin it with `feierabend journal init` as a user who may");
        try (var setup = MongoStore.of(uri(server), user("setup", password))) {
          setup.schema().begin();
        }
        try (var log = service.log(() -> Instant.EPOCH)) {
          assertThat(log.head()).isEqualTo(Head.GENESIS);
        }
        assertThat(service.schema().lacks()).isEmpty();
        assertThat(service.schema().allowsChanges()).isFalse();
      }
      try (var nobody = MongoStore.of(uri(server), MongoLogin.NONE)) {
        assertThatThrownBy(() -> nobody.log(() -> Instant.EPOCH))
            .isInstanceOf(Outage.class)
            .hasMessageContaining("requires authentication");
      }
    }
  }

  /// As an administrator does it, with the file that is shipped.
  private static void people(SecantusDb server) throws IOException {
    try (var client = MongoClients.create(uri(server))) {
      BsonArray.parse(Files.readString(Checkout.ROOT.resolve(ROLES)))
          .forEach(role -> client.getDatabase("feierabend").runCommand(role.asDocument()));
      for (String name : List.of("setup", "service")) {
        var role = new Document("role", "feierabend-" + name).append("db", "feierabend");
        client
            .getDatabase("admin")
            .runCommand(
                new Document("createUser", name)
                    .append("pwd", "secret")
                    .append("roles", List.of(role)));
      }
    }
  }

  @Test
  void theServerIsTrustedByItsCertificateAndTrustsOurs() throws Exception {
    var served = certificate("server");
    var ours = certificate("client");
    var both =
        Files.writeString(
            files.resolve("both.pem"),
            Files.readString(ours) + Files.readString(files.resolve("client.key")));
    try (var server = SecantusDb.start()) {
      people(server);
      server.restart(
          "--auth",
          "--tls-cert-file=" + served,
          "--tls-key-file=" + files.resolve("server.key"),
          "--tls-ca-file=" + ours,
          "--tls-require-client-cert");
      var login =
          new MongoLogin(
              Optional.of("setup"),
              Optional.of(password()),
              Optional.of(served),
              Optional.of(both));
      try (var store = MongoStore.of(uri(server), login)) {
        store.schema().begin();
        assertThat(store.schema().lacks()).isEmpty();
      }
      var without =
          new MongoLogin(
              login.username(), login.passwordFile(), login.authorities(), Optional.empty());
      try (var store = MongoStore.of(uri(server) + "?serverSelectionTimeoutMS=2000", without)) {
        assertThatThrownBy(() -> store.schema().begin()).isInstanceOf(Outage.class);
      }
    }
  }

  @Test
  void aCertificateAloneIsWhoWeAre() throws Exception {
    var login =
        new MongoLogin(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(certificate("client")));
    assertThat(login.credential().orElseThrow().getMechanism()).isEqualTo("MONGODB-X509");
  }

  @Test
  void aSecretInTheUriIsRefusedAndNotRepeated() {
    assertThatThrownBy(
            () -> MongoStore.of("mongodb://svc:geheim@localhost/feierabend", MongoLogin.NONE))
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("Expected no user and no password in the URI of MongoDB")
        .hasMessageNotContaining("geheim");
    assertThatThrownBy(() -> MongoStore.of("mongodb://svc:ge@heim@local host", MongoLogin.NONE))
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("Expected a URI such as mongodb://")
        .hasMessageNotContaining("heim");
  }

  @Test
  void aLoginThatIsHalfThereIsToldWithWhatIsMissing() {
    Path nowhere = files.resolve("nowhere");
    assertThatThrownBy(() ->
            new MongoLogin(
                Optional.of("svc"), Optional.empty(), Optional.empty(), Optional.empty()))
        .hasMessage("Expected a file with the password of MongoDB's user svc but none is named");
    assertThatThrownBy(() -> MongoStore.of("mongodb://localhost", user("svc", nowhere)))
        .isInstanceOf(Outage.class)
        .hasMessage("The password of MongoDB's user cannot be read from " + nowhere);
    var trusting =
        new MongoLogin(Optional.empty(), Optional.empty(), Optional.of(nowhere), Optional.empty());
    assertThatThrownBy(() -> MongoStore.of("mongodb://localhost", trusting))
        .isInstanceOf(Outage.class)
        .hasMessageStartingWith("Expected certificates for MongoDB, in PEM, in " + nowhere);
  }

  private static MongoLogin user(String name, Path password) {
    return new MongoLogin(
        Optional.of(name), Optional.of(password), Optional.empty(), Optional.empty());
  }

  private Path password() throws IOException {
    return Files.writeString(files.resolve("password"), "secret\n");
  }

  /// A new key beside its certificate, which it signed itself.
  private Path certificate(String name) throws Exception {
    Path pem = files.resolve(name + ".pem");
    var made =
        new ProcessBuilder(
                ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                        + " -subj /CN=%1$s -addext subjectAltName=IP:127.0.0.1 -keyout %1$s.key -out %1$s.pem")
                    .formatted(name)
                    .split(" "))
            .directory(files.toFile())
            .redirectErrorStream(true)
            .redirectOutput(files.resolve("openssl.log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    return pem;
  }

  private static String uri(SecantusDb server) {
    return "mongodb://127.0.0.1:%d/".formatted(server.port());
  }
}
