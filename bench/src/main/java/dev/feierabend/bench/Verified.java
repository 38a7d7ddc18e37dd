package dev.feierabend.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A journal that grows to a quarter of the events, to half of them, to all, verified each time by
/// a JVM of its own that has little memory.
record Verified(long events, long seed, Path disk, PrintWriter out) {
  private static final String MEMORY = "-Xmx256m";

  void measure() throws Exception {
    out.printf("seed %d, %s%n", seed, MEMORY);
    try (var journal = Scratch.in(disk)) {
      var growing = new ManyEvents(journal.path(), seed);
      for (int share : List.of(4, 2, 1)) {
        growing.growTo(events / share);
        long bytes = Files.size(journal.path().resolve("journal.mv"));
        out.printf(Locale.ROOT, "%,7d MiB: ", bytes >> 20);
        out.flush();
        verified(journal.path());
      }
    }
  }

  private void verified(Path journal) throws Exception {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            MEMORY,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            OneVerification.class.getName(),
            journal.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.inputReader().lines().forEach(out::println);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Expected an intact journal; see above");
    }
  }
}
