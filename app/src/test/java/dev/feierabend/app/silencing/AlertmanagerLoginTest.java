package dev.feierabend.app.silencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.app.outward.Badge;
import dev.feierabend.app.outward.Exchange;
import dev.feierabend.app.outward.SecretFile;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.testservers.Alertmanager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// Who we are to an Alertmanager, and that nobody reads it anywhere else.
class AlertmanagerLoginTest {
  private static final String MARKER = "Geheim-4711";

  @TempDir private Path folder;

  @Test
  void theFileIsReadWheneverItIsNeeded() throws IOException {
    Path file = folder.resolve("login");
    Files.writeString(file, "feierabend\nwrong\n");
    String hash = new BCryptPasswordEncoder(4).encode("open-sesame");
    try (Alertmanager server = Alertmanager.guarded("feierabend", hash)) {
      var asked = of(server.url(), new Badge.OfUser(login(file)));
      assertThatThrownBy(asked::shown).isInstanceOf(Outage.class).hasMessageContaining("401");

      Files.writeString(file, "feierabend\nopen-sesame\n");
      assertThat(asked.shown()).isEmpty();
    }
  }

  @Test
  void whatAServerRepeatsOfOurSecretIsNotToldOn() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), MARKER + "\n");
    HttpServer echo =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    echo.createContext(
        "/",
        exchange -> {
          String told = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] body = ("no good: " + told).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              exchange.getRequestMethod().equals("GET") ? 403 : 400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    echo.start();
    try {
      var asked = of(address(echo.getAddress().getPort()), token(file));

      assertThatThrownBy(asked::shown)
          .hasMessageEndingWith("answered 403: no good: Bearer ***")
          .hasMessageNotContaining(MARKER);
      assertThat(asked.apply(put()))
          .hasValueSatisfying(said -> assertThat(said).doesNotContain(MARKER));
    } finally {
      echo.stop(0);
    }
  }

  /// Java tells a status line that it doesn't understand as it is.
  @Test
  void aServerThatRepeatsItInNoHttpIsNotToldOnEither() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), MARKER);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread garbage =
          Thread.startVirtualThread(() -> {
            try (var one = server.accept()) {
              one.getInputStream().read(new byte[64]);
              one.getOutputStream().write(("HTTX " + MARKER + "\r\n\r\n").getBytes());
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      assertThatThrownBy(of(address(server.getLocalPort()), token(file))::shown)
          .isInstanceOf(Outage.class)
          .hasMessageContaining("gave no whole answer")
          .hasMessageNotContaining(MARKER)
          .hasNoCause();
      garbage.join();
    }
  }

  @Test
  void aSecretThatNoHeaderCanCarryIsRefusedWithoutBeingTold() throws IOException {
    for (String secret : List.of(MARKER + "\u0007", MARKER + "ä", MARKER + " x", "\n\n")) {
      Path file = Files.writeString(folder.resolve("token"), secret);

      assertThatThrownBy(of(address(1), token(file))::shown)
          .isInstanceOf(Outage.class)
          .hasMessageContaining("printable")
          .hasMessageNotContaining(MARKER);
    }
  }

  private static Change.Put put() {
    return new Change.Put(
        Optional.empty(),
        new TreeSet<>(List.of(new LabelMatcher("node", "a", false, true))),
        Instant.EPOCH,
        Instant.EPOCH,
        "");
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static Badge token(Path file) {
    return new Badge.Token(new SecretFile(file));
  }

  private static LoginSource login(Path file) {
    return () -> {
      try {
        List<String> lines = Files.readAllLines(file);
        return new Login(lines.get(0), lines.get(1));
      } catch (IOException e) {
        throw new Outage("no login", e);
      }
    };
  }

  private static HttpAlertmanager of(URI url, Badge badge) {
    return new HttpAlertmanager(
        url, badge, new Exchange(Duration.ofSeconds(10), Optional.empty(), 1 << 20), "us");
  }
}
