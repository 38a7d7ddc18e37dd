package dev.feierabend.testservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document store that speaks MongoDB's protocol: a replica set of one, on WiredTiger, with every
/// acknowledged write on the disk. A kill takes the process and leaves its files.
public final class SecantusDb implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path run;
  private final List<String> command;
  private final int port;
  private @Nullable Program program;

  private SecantusDb(Path run, List<String> command, int port) {
    this.run = run;
    this.command = command;
    this.port = port;
  }

  /// Starts an empty one; where it can't be had here, the test is skipped.
  ///
  /// @param options more of its command line, `--auth` say
  public static SecantusDb start(String... options) {
    BuiltServer built = RealServers.require(Server.SECANTUSDB);
    Path run = Folders.temporary("secantusdb");
    int port = Ports.free(1).getFirst();
    var command =
        new ArrayList<>(
            List.of(
                built.home().resolve("python/bin/python").toString(),
                "-m",
                "secantus",
                "--host=127.0.0.1",
                "--port=" + port,
                "--storage-path=" + run.resolve("data"),
                "--log-level=WARNING",
                "--sync-on-commit"));
    command.addAll(List.of(options));
    var server = new SecantusDb(run, command, port);
    server.restart();
    return server;
  }

  public int port() {
    return port;
  }

  /// Its process is gone at once, whatever it was doing.
  public void kill() {
    if (program != null) {
      program.close();
      program = null;
    }
  }

  /// Starts it on what it had kept, at the same port.
  ///
  /// @param more of its command line, for this time
  public void restart(String... more) {
    kill();
    var whole = new ArrayList<>(command);
    whole.addAll(List.of(more));
    var started = Program.start("secantusdb", run, whole);
    program = started;
    try {
      await().atMost(PATIENCE).failFast(started::expectRunning).until(this::answers);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean answers() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
    Folders.delete(run);
  }
}
