package dev.feierabend.app.demo.cluster;

import dev.feierabend.core.kernel.Outage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real control plane whose nodes are played, in processes of its own that end with this one. It
/// is started by the test servers of the checkout, which no jar and no image of ours contains.
public final class PlayedCluster implements AutoCloseable {
  private static final String PROGRAM = "dev.feierabend.testservers.ControlPlaneProgram";
  private static final String READY = "ready\t";
  private static final int TOOL_MISSING = 3;

  private final Process process;
  private final Path kubeconfig;
  private final Path auditLog;

  private PlayedCluster(Process process, String[] answer) {
    this.process = process;
    this.kubeconfig = Path.of(answer[1]);
    this.auditLog = Path.of(answer[2]);
  }

  /// Returns when it serves; where its programs have to be built first, that is in ten minutes.
  ///
  /// @param servers the checkout's folder of test servers, built
  /// @throws Outage where it can't be had here, with the reason
  public static PlayedCluster start(Path servers) {
    try {
      Process process =
          new ProcessBuilder(command(servers))
              .directory(servers.toFile())
              .redirectErrorStream(true)
              .start();
      var said = new ArrayList<String>();
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          return new PlayedCluster(process, line.split("\t"));
        }
        said.add(line);
      }
      boolean missing = process.onExit().join().exitValue() == TOOL_MISSING;
      throw new Outage(
          missing
              ? said.getLast()
              : "Expected a control plane to start but it said:%n%s"
                  .formatted(String.join(System.lineSeparator(), said)));
    } catch (IOException e) {
      throw new Outage("Expected a control plane to start from %s".formatted(servers), e);
    }
  }

  private static List<String> command(Path servers) throws IOException {
    Path built = servers.resolve("target");
    String needs = Files.readString(built.resolve("class-path")).strip();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        built.resolve("classes") + File.pathSeparator + needs,
        PROGRAM);
  }

  /// The administrator's.
  public Path kubeconfig() {
    return kubeconfig;
  }

  public Path auditLog() {
    return auditLog;
  }

  /// Lets real time pass.
  ///
  /// @throws Outage where the control plane ends meanwhile
  public void letPass(Duration time) {
    try {
      if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Outage("The control plane ended in the midst of it; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Outage("Interrupted while the night was lived", e);
    }
  }

  /// It ends when nobody holds its input open any more.
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroy();
    }
    process.onExit().join();
  }
}
