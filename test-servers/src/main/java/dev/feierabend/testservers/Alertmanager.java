package dev.feierabend.testservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An Alertmanager of its own that notifies nobody. Killed, it forgets its silences.
public final class Alertmanager implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path run;
  private final int port;
  private final List<String> command;
  private Program program;

  private Alertmanager(Path run, int port, List<String> command) {
    this.run = run;
    this.port = port;
    this.command = List.copyOf(command);
    this.program = started();
  }

  /// Starts one; where it isn't installed, the test is skipped.
  public static Alertmanager start() {
    return start(List.of());
  }

  /// One that lets nobody in but `user` with `password`.
  ///
  /// @param bcrypt the password's hash
  public static Alertmanager guarded(String user, String bcrypt) {
    return start(List.of("basic_auth_users:", "  %s: %s".formatted(user, bcrypt)));
  }

  private static Alertmanager start(List<String> web) {
    BuiltServer built = RealServers.require(Server.ALERTMANAGER);
    Path run = Folders.temporary("alertmanager");
    int port = Ports.free(1).getFirst();
    var command =
        new ArrayList<>(
            List.of(
                built.program("alertmanager"),
                "--config.file=" + run.resolve("alertmanager.yml"),
                "--storage.path=" + run.resolve("data"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port));
    try {
      Files.writeString(
          run.resolve("alertmanager.yml"),
          "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
      if (!web.isEmpty()) {
        Path settings = Files.write(run.resolve("web.yml"), web);
        command.add("--web.config.file=" + settings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var server = new Alertmanager(run, port, command);
    try {
      server.awaitReady();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private Program started() {
    return Program.start("alertmanager", run, command);
  }

  /// Who asks without a login is answered all the same.
  private void awaitReady() {
    var health = new Health(url().resolve("/-/ready"));
    await().atMost(PATIENCE).failFast(program::expectRunning).until(health::answers);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public void kill() {
    program.close();
  }

  public void startAgain() {
    program = started();
    awaitReady();
  }

  @Override
  public void close() {
    program.close();
    Folders.delete(run);
  }
}
