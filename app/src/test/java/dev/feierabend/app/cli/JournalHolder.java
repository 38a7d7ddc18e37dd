package dev.feierabend.app.cli;

import dev.feierabend.core.journal.EmbeddedCommitLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// A process of its own that holds a journal open until its input ends.
final class JournalHolder {
  private JournalHolder() {}

  static void main(String[] args) throws IOException {
    try (var log = EmbeddedCommitLog.open(Path.of(args[0]), () -> Instant.EPOCH)) {
      System.out.println("holds " + log.head().number());
      System.in.read();
    }
  }

  /// Starts it, and returns once it holds the journal in `directory`.
  static Process start(Path directory) throws IOException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                JournalHolder.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader().readLine();
    if (line == null || !line.startsWith("holds ")) {
      throw new IOException("Expected the other process to hold the journal but it said " + line);
    }
    return process;
  }
}
