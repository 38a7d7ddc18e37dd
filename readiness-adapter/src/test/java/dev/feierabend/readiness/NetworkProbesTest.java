package dev.feierabend.readiness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ReadinessPort.Tested;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real service on this machine, asked over the network.
class NetworkProbesTest {
  private final Function<URI, Tested> probe = Probes.within(Duration.ofSeconds(5));
  private TownService service;

  @BeforeEach
  void aService() throws IOException {
    service = new TownService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 299})
  void twoHundredsPass(int status) {
    service.manner = TownService.says(status);

    assertThat(probe.apply(service.uri("/health?of=all"))).isEqualTo(Tested.PASSED);
    assertThat(service.asked).containsExactly("GET /health?of=all");
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 401, 404, 500, 503})
  void everyOtherAnswerFailsAndIsNamed(int status) {
    service.manner = TownService.says(status);

    assertThat(probe.apply(service.uri("/health")))
        .isEqualTo(new Tested.Failed("answered " + status));
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (var elsewhere = new TownService()) {
      service.manner = TownService.sendsAwayTo(elsewhere.uri("/").toString());

      assertThat(probe.apply(service.uri("/"))).isEqualTo(new Tested.Failed("answered 302"));
      assertThat(elsewhere.asked).isEmpty();
    }
  }

  @Test
  void anAnswerWithoutEndPassesAndIsNotListenedTo() {
    service.manner = TownService.talksOn();

    assertThat(probe.apply(service.uri("/"))).isEqualTo(Tested.PASSED);
  }

  @Test
  void whoDoesNotAnswerInTimeFails() {
    service.manner = service.hangs();

    assertThat(Probes.within(Duration.ofMillis(200)).apply(service.uri("/")))
        .isEqualTo(new Tested.Failed("no answer within 200 ms"));
  }

  @Test
  void aConnectionIsEnoughForTcpAndNothingIsSent() {
    assertThat(probe.apply(service.tcp())).isEqualTo(Tested.PASSED);
    assertThat(service.asked).isEmpty();
  }

  @Test
  void whereNobodyListensBothFail() {
    URI web = service.uri("/");
    URI tcp = service.tcp();
    service.close();

    var refused = new Tested.Failed("nobody takes the connection");
    assertThat(probe.apply(web)).isEqualTo(refused);
    assertThat(probe.apply(tcp)).isEqualTo(refused);
  }

  @Test
  void aHostWithoutAnAddressFailsBoth() {
    var unknown = new Tested.Failed("its host has no address");
    assertThat(probe.apply(URI.create("http://nowhere.invalid/"))).isEqualTo(unknown);
    assertThat(probe.apply(URI.create("tcp://nowhere.invalid:5432"))).isEqualTo(unknown);
  }

  @Test
  void aServiceThatSpeaksNoTlsSaysSo() throws IOException {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> greet(plain));

      assertThat(probe.apply(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")))
          .isInstanceOfSatisfying(
              Tested.Failed.class, failed -> assertThat(failed.because()).startsWith("no TLS: "));
    }
  }

  /// As mail servers do.
  private static void greet(ServerSocket plain) {
    try (Socket caller = plain.accept()) {
      caller.getInputStream().read();
      caller.getOutputStream().write("220 mail.example\r\n".getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
