package dev.feierabend.helm.realparts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `feierabend wake --list FILE`, as a cron job runs it while there is no service.
record WakeByList(int exit, String said) {
  private static final String WITHIN = "PT2M";
  private static final int LONGEST_MINUTES = 4;

  static WakeByList run(Path list) {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "dev.feierabend.app.FeierabendApplication",
                "wake",
                "--list",
                list.toString(),
                "--within",
                WITHIN));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("Expected wake to end, but it goes on: " + said);
      }
      return new WakeByList(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while hosts were woken", e);
    }
  }

  /// How many were woken, and how many are left.
  String sum() {
    return said.lines().filter(line -> line.contains(" woken, ")).findFirst().orElse(said).strip();
  }
}
