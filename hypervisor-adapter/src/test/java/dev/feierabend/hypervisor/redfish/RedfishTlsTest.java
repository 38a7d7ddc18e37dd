package dev.feierabend.hypervisor.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.hypervisor.switching.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedfishTlsTest {
  private static final String HERE = "san=ip:127.0.0.1";
  private static final LoginSource LOGIN = () -> new Login("feierabend", "geheim");

  @TempDir private Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private Optional<HttpsServer> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(it -> it.stop(0));
  }

  @Test
  void aCertificateThatNobodyVouchesForGetsNoCredentials() throws Exception {
    URI uri = listens(itsOwn());
    var controller = controller(uri, RedfishClient.standard());

    assertThat(controller.state(FakeController.MACHINE)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.on(FakeController.MACHINE)).isInstanceOf(Answer.Unknown.class);
    assertThat(requests).hasValue(0);
  }

  @Test
  void theTownsOwnAuthorityIsTrustedWhenItIsNamed() throws Exception {
    SSLContext tls =
        keys()
            .with("town", "-ext", "bc:c")
            .with("bmc", "-signer", "town", "-ext", HERE)
            .context("bmc", "town");

    var controller = controller(listens(tls), RedfishClient.trusting(tls));

    assertThat(controller.state(FakeController.MACHINE)).isEqualTo(Power.ON);
  }

  @Test
  void aBoardsOwnCertificateIsTrustedWhenItIsNamed() throws Exception {
    SSLContext tls = itsOwn();

    var controller = controller(listens(tls), RedfishClient.trusting(tls));

    assertThat(controller.state(FakeController.MACHINE)).isEqualTo(Power.ON);
  }

  @ParameterizedTest
  @CsvSource({"-10d, san=ip:127.0.0.1", "-1d, san=dns:another.example"})
  void aCertificateThatHasExpiredOrIsAnothersGetsNoCredentials(String start, String name)
      throws Exception {
    SSLContext tls =
        keys()
            .with("town", "-ext", "bc:c")
            .with("bmc", "-signer", "town", "-ext", name, "-startdate", start, "-validity", "5")
            .context("bmc", "town");
    var controller = controller(listens(tls), RedfishClient.trusting(tls));

    assertThat(controller.state(FakeController.MACHINE)).isEqualTo(Power.UNKNOWN);
    assertThat(controller.softOff(FakeController.MACHINE))
        .isInstanceOf(Answer.Unknown.class)
        .asString()
        .contains("Certificate");
    assertThat(requests).hasValue(0);
  }

  @Test
  void aPasswordInClearIsRefusedBeyondThisMachine() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new RedfishSystem(URI.create("http://bmc.example"), "1", Optional.of(LOGIN)))
        .withMessageContaining("Expected https");
  }

  private Keys keys() {
    return new Keys(folder.resolve("keys.p12"));
  }

  private SSLContext itsOwn() throws Exception {
    return keys().with("bmc", "-ext", HERE).context("bmc", "bmc");
  }

  private URI listens(SSLContext tls) throws IOException {
    var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls));
    https.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          byte[] body = FakeController.system("On").getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    https.start();
    server = Optional.of(https);
    return URI.create("https://127.0.0.1:" + https.getAddress().getPort());
  }

  private static PowerController controller(URI uri, RedfishClient client) {
    var system = new RedfishSystem(uri, "1", Optional.of(LOGIN));
    return RedfishPower.of(
        Map.of(FakeController.MACHINE, system), client, Deadlines.USUAL, Clock.systemUTC());
  }
}
