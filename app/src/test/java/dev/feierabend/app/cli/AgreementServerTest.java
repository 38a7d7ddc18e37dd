package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `agreement …` against a server: what it asks, and what becomes of every kind of answer.
class AgreementServerTest {
  private static final String SECRET = "only-for-tests";

  @TempDir Path folder;
  private Path password;

  @BeforeEach
  void aPasswordInAFile() throws IOException {
    password = Files.writeString(folder.resolve("password"), "geheim\n");
  }

  @Test
  void nameAndPasswordAreAskedWithAndTheLanguage() throws IOException {
    try (var server = FakeServer.answering(200, "[]")) {
      assertThat(typed(server.url() + "/", "list", "--lang", "de").exit()).isZero();
      assertThat(server.asked())
          .singleElement()
          .satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/api/v1/agreements");
            assertThat(asked.language()).isEqualTo("de");
            assertThat(asked.who())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("karl:geheim".getBytes()));
          });
    }
  }

  @Test
  void aChangeIsOneRequestAndAReasonNeedsNoTricks() throws IOException {
    try (var server = FakeServer.answering(200, "[]")) {
      String[] freeze = {"freeze", "ahausen", "--because", "Sturm & \"Regen\" + Ausfälle"};
      assertThat(typed(server.url(), freeze).exit()).isZero();
      assertThat(server.asked())
          .singleElement()
          .satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/api/v1/tenants/ahausen/freeze");
            assertThat(asked.body())
                .isEqualTo("{\"because\":\"Sturm & \\\"Regen\\\" + Ausfälle\"}");
          });
    }
  }

  @Test
  void everyKindOfNoHasItsExitCodeAndNoTrace() throws IOException {
    assertThat(exitAt(409, "{\"code\": \"own-policy\", \"detail\": \"Not you.\"}"))
        .isEqualTo(Exit.NO);
    assertThat(exitAt(403, "{\"detail\": \"Not you.\"}")).isEqualTo(Exit.NO);
    assertThat(exitAt(401, "{\"detail\": \"Who?\"}")).isEqualTo(Exit.USAGE);
    assertThat(exitAt(404, "{\"detail\": \"Where?\"}")).isEqualTo(Exit.USAGE);
    assertThat(exitAt(200, "<html>")).isEqualTo(Exit.USAGE);
    assertThat(exitAt(503, "{\"detail\": \"Full.\"}")).isEqualTo(Exit.OUTAGE);
    assertThat(exitAt(502, "")).isEqualTo(Exit.OUTAGE);
    assertThat(typed("http://localhost:1", "list").exit()).isEqualTo(Exit.OUTAGE);
  }

  @Test
  void withoutAPasswordOrAnAddressItIsWrongUsage() {
    assertThat(Typed.of("agreement", "list", "--server", "http://localhost:1", "--user", "karl"))
        .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.USAGE))
        .satisfies(no -> assertThat(no.err()).contains("--password-file", "FEIERABEND_PASSWORD"));
    assertThat(typed("town.example", "list"))
        .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.USAGE))
        .satisfies(no -> assertThat(no.err()).contains("\"town.example\""));
    assertThat(typed("http://localhost:1", "list", "--journal", "x").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void anAuthorityOfTheTownsIsTrustedWhereItIsNamed() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Path authority = folder.resolve("ca.pem");
    keytool(
        keys,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    keytool(keys, "-exportcert", "-rfc", "-file", authority.toString());
    try (var server = FakeServer.secure(context(keys), 200, "[]")) {
      assertThat(typed(server.url(), "list", "--ca", authority.toString()).exit()).isZero();
      assertThat(typed(server.url(), "list"))
          .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.OUTAGE))
          .satisfies(no -> assertThat(no.err()).contains("--ca"));
      assertThat(typed(server.url(), "list", "--ca", password.toString()))
          .satisfies(no -> assertThat(no.exit()).isEqualTo(Exit.USAGE))
          .satisfies(no -> assertThat(no.err()).contains("certificates in PEM"));
    }
  }

  private int exitAt(int status, String body) throws IOException {
    try (var server = FakeServer.answering(status, body)) {
      Typed typed = typed(server.url(), "list");
      assertThat(typed.err()).hasLineCount(1);
      return typed.exit();
    }
  }

  private Typed typed(String url, String... words) {
    var all = new ArrayList<Object>(List.of("agreement"));
    all.addAll(List.of(words));
    all.addAll(List.of("--server", url, "--user", "karl", "--password-file", password));
    return Typed.of(all.toArray());
  }

  private static void keytool(Path keys, String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", SECRET));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.onExit().join().exitValue()).as(said).isZero();
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, SECRET.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
