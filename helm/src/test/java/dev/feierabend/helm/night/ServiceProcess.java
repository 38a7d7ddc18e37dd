package dev.feierabend.helm.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A running `NightService`: told the time, listened to, killed.
final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final Path log;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<Instant> told = new CopyOnWriteArrayList<>();
  private volatile boolean killed;

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread.ofVirtual().start(this::listen);
  }

  /// @param store the journal's, by its name
  /// @param replica its name where others have the journal too; empty for the only one
  static ServiceProcess start(
      Path folder, String userAgent, String halt, String store, String replica) {
    Path log = folder.resolve("service.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            NightService.class.getName(),
            folder.toString(),
            userAgent,
            halt,
            store,
            replica);
    try {
      var builder = new ProcessBuilder(command);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      return new ServiceProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void itIs(Instant now) {
    told.add(now);
    isAsked(now.toString());
  }

  /// At which instants its clock began to run or jumped, from first to last.
  List<Instant> told() {
    return List.copyOf(told);
  }

  /// Hands it a line, as `NightService` reads them.
  void isAsked(String line) {
    try {
      var input = process.getOutputStream();
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(ends(), e);
    }
  }

  void awaitSaid(Predicate<String> line) {
    await()
        .atMost(PATIENCE)
        .failFast(this::expectAlive)
        .untilAsserted(() -> assertThat(said).anyMatch(line));
  }

  boolean said(Predicate<String> line) {
    expectAlive();
    return said.stream().anyMatch(line);
  }

  /// True where everything that was intended has its outcome, as far as it said.
  boolean quiet() {
    Set<String> open = new HashSet<>();
    for (String line : said) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "ActionIssued" -> open.add(words[1]);
        case "ActionCompleted", "ActionRefused", "ActionTimedOut" -> open.remove(words[1]);
        default -> {}
      }
    }
    return open.isEmpty();
  }

  /// SIGKILL: no hook runs, nothing is flushed.
  void kill() {
    killed = true;
    process.destroyForcibly();
    process.onExit().join();
  }

  boolean killed() {
    return killed;
  }

  /// SIGSTOP: it stands still wherever it is, and knows nothing of it.
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
      assertThat(exit).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets it end by itself.
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(PATIENCE).until(() -> !process.isAlive());
  }

  @Override
  public void close() {
    kill();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(said::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expectAlive() {
    if (!process.isAlive()) {
      throw new AssertionError(ends());
    }
  }

  private String ends() {
    try {
      return "The service ended; it said %s%n%s".formatted(said, Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
