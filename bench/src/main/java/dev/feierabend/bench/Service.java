package dev.feierabend.bench;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/// A service that is a process of its own; ready once `health` answers 200.
record Service(String name, List<String> command, URI health) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration OFTEN = Duration.ofMillis(10);

  /// Starts it and returns once it is ready.
  ///
  /// @param log where its output goes
  Process start(Path log) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Awaitility.await(name)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .failFast(name + " ended, see " + log, () -> !process.isAlive())
        .until(this::isReady);
    return process;
  }

  private boolean isReady() throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(health).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens yet.
      return false;
    }
  }

  /// Bytes of its memory that are resident, as Linux counts them.
  static double resident(Process process) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .map(kibibytes -> kibibytes * 1024)
          .findFirst()
          .orElseThrow(() -> new IOException("Expected VmRSS in /proc; this needs Linux"));
    }
  }

  static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
