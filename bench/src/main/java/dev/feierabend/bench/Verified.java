package dev.feierabend.bench;

import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Journals verified, each by a JVM of its own that has little memory: a quarter of the events,
/// half of them, all.
record Verified(int events, Path disk, PrintWriter out) {
  private static final String MEMORY = "-Xmx256m";

  void measure() throws Exception {
    for (int share : List.of(4, 2, 1)) {
      try (var journal = Scratch.in(disk)) {
        new ManyEvents(events / share / 2).write(journal.path());
        long bytes = Files.size(journal.path().resolve("journal.mv"));
        out.printf(Locale.ROOT, "%,9d MiB, %s: ", bytes >> 20, MEMORY);
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
            "-cp",
            System.getProperty("java.class.path"),
            Verified.class.getName(),
            journal.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.inputReader().lines().forEach(out::println);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Expected an intact journal; see above");
    }
  }

  /// In the JVM that is measured.
  static void main(String[] args) {
    long began = System.nanoTime();
    Verification found = JournalVerifier.verify(Path.of(args[0]));
    double seconds = (System.nanoTime() - began) / 1e9;
    if (!(found instanceof Verification.Intact intact)) {
      throw new IllegalStateException("Expected an intact journal but found " + found);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d events in %.1f s, %,.0f a second%n",
        intact.events(),
        seconds,
        intact.events() / seconds);
  }
}
