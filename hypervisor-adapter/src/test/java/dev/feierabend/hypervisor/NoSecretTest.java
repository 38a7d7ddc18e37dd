package dev.feierabend.hypervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.hypervisor.ipmi.IpmiBoard;
import dev.feierabend.hypervisor.ipmi.IpmiPower;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.redfish.RedfishPower;
import dev.feierabend.hypervisor.redfish.RedfishSystem;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.terms.MachineId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A planted password is looked for in whatever leaves the adapters: answers, texts, the log, the
/// process list; from controllers, too, that repeat what they were sent.
class NoSecretTest {
  private static final String PLANTED = "Planted-8f3a-Secret";
  private static final Login LOGIN = new Login("feierabend", PLANTED);
  private static final MachineId MACHINE = MachineId.of("00112233-4455-6677-8899-aabbccddeeff");

  @TempDir private Path folder;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream standardError = System.err;
  private final PrintStream standardOut = System.out;

  @BeforeEach
  void listenToTheLog() {
    System.setErr(new PrintStream(log, true, UTF_8));
    System.setOut(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void leaveTheLog() {
    System.setErr(standardError);
    System.setOut(standardOut);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo \"$IPMI_PASSWORD\"; echo \"$IPMI_PASSWORD\" >&2; exit 1",
        "echo \"Invalid password $IPMI_PASSWORD\" >&2; exit 1",
        "echo \"Invalid command (c1) $IPMI_PASSWORD\" >&2; exit 1",
        "echo \"Chassis Power is $IPMI_PASSWORD\"",
        "env",
        "exit 0"
      })
  void aToolThatRepeatsWhatItWasToldTellsNobody(String script) throws IOException {
    assertNothingIsTold(ipmi(program(script)));
  }

  @Test
  void aToolThatIsNotThereTellsNobody() {
    assertNothingIsTold(ipmi(folder.resolve("none")));
  }

  @Test
  void whileItRunsThePasswordIsInNoCommandLine() throws Exception {
    PowerController controller = ipmi(program("touch $0.runs; exec tail -f /dev/null"));
    try (var threads = Executors.newSingleThreadExecutor()) {
      threads.execute(() -> controller.state(MACHINE));
      await().until(() -> Files.exists(folder.resolve("tool.runs")));

      assertThat(commandLines()).isNotEmpty().noneMatch(line -> line.contains(PLANTED));
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 404, 409, 500, 503})
  void aControllerThatRepeatsWhatItWasToldTellsNobody(int status) throws IOException {
    HttpServer echo = echo(status);
    try {
      URI uri = URI.create("http://127.0.0.1:" + echo.getAddress().getPort());
      var system = new RedfishSystem(uri, "1", Optional.of(() -> LOGIN));
      assertThat(system.toString()).doesNotContain(PLANTED);
      assertNothingIsTold(
          RedfishPower.of(
              Map.of(MACHINE, system),
              RedfishClient.standard(),
              Deadlines.USUAL,
              Clock.systemUTC()));
    } finally {
      echo.stop(0);
    }
  }

  private void assertNothingIsTold(PowerController controller) {
    String basic = LOGIN.basic().substring("Basic ".length());
    String told =
        Stream.of(
                controller.offer(MACHINE),
                controller.state(MACHINE),
                controller.on(MACHINE),
                controller.softOff(MACHINE),
                controller.reading(MACHINE),
                controller,
                LOGIN)
            .map(Object::toString)
            .reduce("", (all, one) -> all + "\n" + one);
    assertThat(told + log.toString(UTF_8)).doesNotContain(PLANTED).doesNotContain(basic);
  }

  private PowerController ipmi(Path tool) {
    IpmiBoard board = IpmiBoard.at("bmc-7.example", () -> LOGIN);
    return IpmiPower.of(
        Map.of(MACHINE, board),
        new IpmiTool(tool, OptionalInt.empty(), Duration.ofSeconds(20), 1),
        Deadlines.USUAL,
        Clock.systemUTC());
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private static List<String> commandLines() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .flatMap(info -> Stream.concat(info.commandLine().stream(), arguments(info)))
        .toList();
  }

  private static Stream<String> arguments(ProcessHandle.Info info) {
    return info.arguments().stream().flatMap(Stream::of);
  }

  /// Says to everybody what they sent, as a sentence, a state and a name, and offers a session.
  private static HttpServer echo(int status) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          String said =
              (exchange.getRequestHeaders().getFirst("Authorization") + " " + sent)
                  .replace("\"", "'");
          byte[] body =
              """
              {"error": {"message": "%1$s"}, "PowerState": "%1$s",
               "Links": {"Sessions": {"@odata.id": "/redfish/v1/SessionService/Sessions"}}}
              """
                  .formatted(said)
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
