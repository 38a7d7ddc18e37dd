package dev.feierabend.bench.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The service's heap beside a cluster that grows: what lives after a full collection, once it has
/// seen everything and looked at it twice.
record Growth(int deployments, int replicas, PrintWriter out) {
  private static final Duration LOOKED = Duration.ofMinutes(1);

  void measure(Feierabend service) throws IOException, InterruptedException {
    Process process = service.served();
    try {
      Idle.await(process, LOOKED);
      long used = heapAfterCollection(process);
      out.printf(
          Locale.ROOT,
          "%,7d Deployments, %,7d pods: %6.1f MiB of heap live, %s%n",
          deployments,
          deployments * replicas,
          used / 1024.0,
          Feierabend.MEMORY);
      out.flush();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /// KiB.
  private static long heapAfterCollection(Process process)
      throws IOException, InterruptedException {
    tool("jcmd", String.valueOf(process.pid()), "GC.run");
    List<String> lines = tool("jstat", "-gc", String.valueOf(process.pid()));
    List<String> names = words(lines.getFirst());
    List<String> values = words(lines.get(1));
    double used = 0;
    for (String space : List.of("S0U", "S1U", "EU", "OU")) {
      used += Double.parseDouble(values.get(names.indexOf(space)).replace(',', '.'));
    }
    return Math.round(used);
  }

  private static List<String> tool(String name, String... arguments)
      throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", name).toString();
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Expected %s to answer but found %s".formatted(name, lines));
    }
    return lines;
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }
}
