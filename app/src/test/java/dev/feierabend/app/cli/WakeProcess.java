package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `feierabend wake` as it is run by hand or by cron: a process of its own, with nothing else of
/// Feierabend's there.
record WakeProcess(int exit, String said) {
  private static final int LONGEST_MINUTES = 3;

  /// @param jvm options of the JVM's
  static WakeProcess run(List<String> jvm, Object... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en"));
    command.addAll(jvm);
    command.addAll(List.of("dev.feierabend.app.FeierabendApplication", "wake"));
    for (Object word : words) {
      command.add(word.toString());
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // A long command line would be cut off where processes are listed.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("Expected wake to end, but it goes on: " + said);
      }
      return new WakeProcess(process.exitValue(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
