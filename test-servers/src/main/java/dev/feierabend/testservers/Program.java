package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A server's process: its output at the end of a log file, its life tied to this one's.
final class Program implements AutoCloseable {
  private static final int LAST_LINES = 20;

  private final String name;
  private final Path log;
  private final Process process;

  private Program(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static Program start(String name, Path folder, List<String> command) {
    Path log = folder.resolve(name + ".log");
    try {
      Process process =
          new ProcessBuilder(Leash.on(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new Program(name, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected %s to start".formatted(name), e);
    }
  }

  /// Throws with the last lines of the log where the program has ended by itself.
  void expectRunning() {
    if (!process.isAlive()) {
      throw new IllegalStateException("%s has ended:%n%s".formatted(name, lastLines()));
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Killed: nothing that a test's server holds is worth a graceful end.
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
