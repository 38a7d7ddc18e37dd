package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// The service as a process of its own, told where in the calendar it is.
final class Serve implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final int GRACE_SECONDS = 60;

  private final Path log;
  private final Process process;
  private final ShiftedClock clock;
  private final AtomicInteger jumps = new AtomicInteger();
  final Desk desk;

  private Serve(Path log, Process process, ShiftedClock clock, Desk desk) {
    this.log = log;
    this.process = process;
    this.clock = clock;
    this.desk = desk;
    Thread.ofVirtual().start(this::listen);
  }

  /// Starts it with the settings in `folder` and waits until it looks at the fleet.
  ///
  /// @param clock is told where it is
  static Serve start(Path folder, Instant at, ShiftedClock clock) {
    int port = Ports.free(1).getFirst();
    Path log = folder.resolve("service.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            ShiftedService.class.getName(),
            folder.resolve("feierabend.yaml").toString(),
            Integer.toString(port),
            at.toString());
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      var service = new Serve(log, builder.start(), clock, new Desk(port));
      service.until(service.desk::serves);
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// It lives there from now on.
  void itIs(Instant now) {
    int before = jumps.get();
    try {
      var input = process.getOutputStream();
      input.write((now + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(said(), e);
    }
    until(() -> jumps.get() > before);
  }

  private void until(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(GLANCE)
        .failFast(this::expectAlive)
        .until(condition);
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader
          .lines()
          .filter(line -> line.startsWith(ShiftedService.SHIFTED))
          .map(line -> Duration.parse(line.substring(ShiftedService.SHIFTED.length())))
          .forEach(shift -> {
            clock.shifted(shift);
            jumps.incrementAndGet();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expectAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("The service ended:%n%s".formatted(said()));
    }
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGTERM: it ends what it has begun.
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("Expected the service to end:%n%s".formatted(said()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// SIGKILL.
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
