package dev.feierabend.bench.cluster;

import dev.feierabend.app.wiring.SystemTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// What the service asks of the API server while nothing changes.
record Idle(Stage stage, Feierabend service, PrintWriter out) {
  /// By then everything was seen for the first time.
  private static final Duration STARTED = Duration.ofMinutes(1);

  void measure(Duration length) throws IOException, InterruptedException {
    InstantSource clock = SystemTime.clock();
    Process process = service.served();
    try {
      await(process, STARTED);
      Instant from = clock.instant();
      await(process, length);
      Map<String, Long> asked =
          new TreeMap<>(
              Audit.of(stage.plane()).requests(Feierabend.AGENT, from, clock.instant()).stream()
                  .map(it -> it.verb() + " " + it.resource())
                  .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
      out.printf(
          "%nIdle: asked of the API server in %d min, with %d Deployments, nothing changing%n",
          length.toMinutes(), stage.objects().count());
      asked.forEach((request, times) -> out.printf("%6d  %s%n", times, request));
      out.printf(
          "%6d  in all but watches%n",
          asked.entrySet().stream()
              .filter(entry -> !entry.getKey().startsWith("watch "))
              .mapToLong(Map.Entry::getValue)
              .sum());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  static void await(Process process, Duration length) {
    Instant end = SystemTime.clock().instant().plus(length);
    Awaitility.await()
        .atMost(length.plusMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .failFast("the service ended by itself", () -> !process.isAlive())
        .until(() -> SystemTime.clock().instant().isAfter(end));
  }
}
