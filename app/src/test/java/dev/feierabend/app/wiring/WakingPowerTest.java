package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeListParser;
import dev.feierabend.policies.fleet.WakeListText;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list carries what a board's own certificate is trusted by.
class WakingPowerTest {
  private static final MachineId HOST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final String SECRET = "changeit";

  @TempDir private Path folder;

  @Test
  void aBoardOfOnesOwnAuthorityIsTrustedByTheListAloneAndWithoutThatByNobody() throws Exception {
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=bmc", "-ext", "san=ip:127.0.0.1");
    Path ca = folder.resolve("bmc-ca.pem");
    keytool("-exportcert", "-rfc", "-file", ca.toString());
    HttpsServer board = board();
    try {
      var fleet =
          new SleepingFleet()
              .controller(
                  "bmc",
                  "kind: redfish, url: \"https://127.0.0.1:%d\""
                      .formatted(board.getAddress().getPort()))
              .host("host-0", HOST, "controller: bmc, system: \"1\"");
      WakeList trusting = written(fleet, ca);
      WakeList plain = written(fleet, null);
      Files.delete(ca);

      assertThat(trusting.means().authorities()).hasSize(1);
      assertThat(state(trusting)).isEqualTo(Power.ON);
      assertThat(state(plain)).isEqualTo(Power.UNKNOWN);
    } finally {
      board.stop(0);
    }
  }

  /// As the service writes it, and as it is read back.
  private static WakeList written(SleepingFleet fleet, @Nullable Path ca) {
    var settings = new PowerSettings(Duration.ofMinutes(5), ca, Path.of("ipmitool"), null, 4);
    WakeList list =
        new WakeListing(fleet.fleet(), settings.means(Optional.empty())).all(Instant.EPOCH);
    return switch (WakeListParser.parse("list", WakeListText.of(list).getBytes(UTF_8))) {
      case Parsed.Valid<WakeList>(var read) -> read;
      case Parsed.Invalid<WakeList>(var faults) -> throw new AssertionError(faults);
    };
  }

  private static Power state(WakeList list) {
    try (RoutedPower power = WakingPower.of(list, Optional.empty(), Clock.systemUTC())) {
      return power.state(HOST);
    }
  }

  private HttpsServer board() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("own.p12"))) {
      keys.load(in, SECRET.toCharArray());
    }
    var mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    mine.init(keys, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/redfish/v1/Systems/1",
        exchange -> {
          byte[] body = "{\"Id\": \"1\", \"PowerState\": \"On\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void keytool(String... words) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        Stream.of(
                Stream.of(program),
                Stream.of(words),
                Stream.of("-alias", "own", "-storepass", SECRET),
                Stream.of("-keystore", folder.resolve("own.p12").toString()))
            .flatMap(it -> it)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
