package dev.feierabend.hypervisor.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedfishTlsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  @TempDir private Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpsServer server;
  private SSLContext itsOwn;

  @BeforeEach
  void aControllerWithACertificateOfItsOwn() throws Exception {
    itsOwn = context(newKeys(folder.resolve("keys.p12")));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(itsOwn));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          byte[] body = FakeController.system("On").getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aCertificateThatNobodyVouchesForGetsNoCredentials() {
    var controller = controller(RedfishClient.standard());

    assertThat(controller.state(FakeController.MACHINE)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.on(FakeController.MACHINE)).isInstanceOf(Answer.Unknown.class);
    assertThat(requests).hasValue(0);
  }

  @Test
  void theTownsOwnAuthorityIsTrustedWhenItIsNamed() {
    var controller = controller(RedfishClient.trusting(itsOwn));

    assertThat(controller.state(FakeController.MACHINE)).isEqualTo(Power.ON);
  }

  @Test
  void aPasswordInClearIsRefusedBeyondThisMachine() {
    var credentials = Optional.of(new BasicCredentials("feierabend", "geheim"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RedfishSystem(URI.create("http://bmc.example"), "1", credentials))
        .withMessageContaining("Expected https");
  }

  private RedfishPowerController controller(RedfishClient client) {
    URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    var system =
        new RedfishSystem(uri, "1", Optional.of(new BasicCredentials("feierabend", "geheim")));
    return new RedfishPowerController(
        Map.of(FakeController.MACHINE, system), client, Clock.systemUTC());
  }

  private static KeyStore newKeys(Path file) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=bmc",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyStore both = KeyStore.getInstance("PKCS12");
    both.load(null, null);
    both.setKeyEntry(
        "bmc", keys.getKey("mykey", PASSWORD), PASSWORD, keys.getCertificateChain("mykey"));
    both.setCertificateEntry("trusted", keys.getCertificate("mykey"));
    return both;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
