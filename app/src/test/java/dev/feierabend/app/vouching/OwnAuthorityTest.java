package dev.feierabend.app.vouching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.feierabend.app.office.Trust;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose certificate no machine trusts by itself.
class OwnAuthorityTest {
  private static final String SECRET = "changeit";
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  @TempDir Path folder;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    keytool("own", "-genkeypair", "-keyalg", "EC", "-dname", "CN=own", "-ext", "san=dns:localhost");
    keytool("own", "-exportcert", "-rfc", "-file", pem("own").toString());
    keytool("other", "-genkeypair", "-keyalg", "EC", "-dname", "CN=other");
    keytool("other", "-exportcert", "-rfc", "-file", pem("other").toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys()));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Path pem(String name) {
    return folder.resolve(name + ".pem");
  }

  private void keytool(String name, String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-alias", "it", "-keystore", folder.resolve(name + ".p12").toString()));
    command.addAll(List.of("-storepass", SECRET));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.onExit().join().exitValue()).as(said).isZero();
  }

  private SSLContext keys() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("own.p12"))) {
      store.load(in, SECRET.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, SECRET.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Optional<SSLContext> trust(String name) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(pem(name))) {
      return Optional.of(Trust.in(in));
    }
  }

  private String answer(Optional<SSLContext> trust) {
    var url = URI.create("https://localhost:" + server.getAddress().getPort());
    return new String(
        new Post(DEADLINE, trust).send(url, "text/plain", "hello".getBytes(UTF_8)).body(), UTF_8);
  }

  @Test
  void itAnswersWhoeverHasItsCertificateAndIsAnOutageToEverybodyElse() throws Exception {
    assertThat(answer(trust("own"))).isEqualTo("hello");
    for (var strange : List.of(Optional.<SSLContext>empty(), trust("other"))) {
      assertThatThrownBy(() -> answer(strange))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("gave no whole answer");
    }
  }
}
