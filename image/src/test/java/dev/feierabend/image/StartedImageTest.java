package dev.feierabend.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The image is started: its root read-only, as its own user, with what the chart gives it.
@WhereImagesAreBuilt
final class StartedImageTest {
  private static final Path REPORT = Path.of("target", "real-servers.txt");

  @TempDir private Path folder;

  /// A machine may forbid it, even to root. The report then says so; it is no test that passed.
  @TestFactory
  Stream<DynamicTest> theImageRuns() throws IOException {
    String obstacle = Container.obstacle(Files.createDirectory(folder.resolve("probe")));
    if (!obstacle.isEmpty()) {
      report("NOT STARTED the image: " + obstacle);
      Assumptions.assumeTrue("required".equals(System.getenv("FEIERABEND_REAL_SERVERS")), obstacle);
      return Stream.empty();
    }
    report("STARTED the image: " + Image.TARBALL.getFileName());
    Path journal = Files.createDirectory(folder.resolve("journal"));
    var container =
        new Container(Image.unpackedIn(folder), folder, List.of()).with(journal, "/journal");
    return Stream.of(
        dynamicTest("itTellsItsVersion", () -> tellsItsVersion(container)),
        dynamicTest("itWritesNowhereElse", () -> writesNowhereElse(container)),
        dynamicTest(
            "aDayOfTheDemoLeavesItsJournalInTheVolume", () -> livesADay(container, journal)),
        dynamicTest("asTheChartStartsItItServes", () -> serves(container, journal)));
  }

  private static void tellsItsVersion(Container container) {
    var outcome = container.run(List.of("--version"));

    assertThat(outcome.said()).matches("Feierabend \\d+\\.\\d+\\.\\d+\\S*\\s*");
    assertThat(outcome.exit()).isZero();
  }

  private static void writesNowhereElse(Container container) {
    assertThat(container.run(demo("/elsewhere")).exit()).isEqualTo(3);
    assertThat(container.image().root().resolve("elsewhere")).doesNotExist();
  }

  private static void livesADay(Container container, Path journal) throws IOException {
    var outcome = container.run(demo("/journal"));

    assertThat(outcome.exit()).as(outcome.said()).isZero();
    assertThat(Files.getAttribute(journal.resolve("journal.mv"), "unix:uid")).isEqualTo(10001);
    assertThat(container.run(List.of("verify", "/journal")).exit()).isZero();
  }

  private void serves(Container container, Path demo) throws Exception {
    Chart chart = Chart.of(demo.resolve("fleet.yaml"));
    Path data = Files.createDirectory(folder.resolve("data"));
    Path said = folder.resolve("served.txt");
    int port = freePort();
    var arguments = new ArrayList<>(chart.container().getArgs());
    arguments.addAll(List.of("--port", String.valueOf(port)));
    Process service =
        container
            .with(data, chart.folder("journal"))
            .withReadOnly(files("config", chart.config()), chart.folder("config"))
            .withReadOnly(files("users", Map.of("users.yaml", "{}")), chart.folder("users"))
            .started(said, arguments);
    try {
      String readiness = chart.container().getReadinessProbe().getHttpGet().getPath();
      await()
          .atMost(Duration.ofSeconds(90))
          .failFast(() -> assertThat(service.isAlive()).as(() -> text(said)).isTrue())
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(() -> assertThat(answer(port, readiness)).contains("\"status\":\"UP\""));
    } finally {
      service.children().forEach(ProcessHandle::destroy);
    }
    assertThat(service.waitFor(Duration.ofSeconds(40))).as("ends when told to").isTrue();
    String journal = chart.folder("journal") + "/journal";
    var verified = container.with(data, chart.folder("journal")).run(List.of("verify", journal));
    assertThat(verified.exit()).as(verified.said()).isZero();
  }

  private static List<String> demo(String out) {
    return List.of("demo", "--days", "1", "--hosts", "6", "--out", out);
  }

  private Path files(String name, Map<String, String> texts) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    for (var text : texts.entrySet()) {
      Files.writeString(made.resolve(text.getKey()), text.getValue(), UTF_8);
    }
    return made;
  }

  private static String answer(int port, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:%d%s".formatted(port, path));
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void report(String line) throws IOException {
    System.out.println(line);
    Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
