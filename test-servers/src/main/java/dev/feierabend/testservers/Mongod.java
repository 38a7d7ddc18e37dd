package dev.feierabend.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MongoDB's own server, in a container. It comes from no package registry, so it is had only where
/// a Docker engine answers, beside what every run has.
public final class Mongod implements AutoCloseable {
  static final String IMAGE = "mongo:8.0";

  private final String container;
  private final String address;

  private Mongod(String container, String address) {
    this.container = container;
    this.address = address;
  }

  /// Starts one, not yet initiated as a replica set; empty, and said so, where no Docker engine
  /// answers.
  public static Optional<Mongod> start() {
    if (docker("info").isEmpty()) {
      RealServers.report("No Docker engine: mongod not run");
      return Optional.empty();
    }
    var container =
        docker("run", "--detach", "--rm", "--publish=127.0.0.1::27017", IMAGE, "--replSet=journal")
            .orElseThrow(() -> new IllegalStateException("Expected to run " + IMAGE));
    var address =
        docker("port", container, "27017/tcp")
            .orElseThrow(() -> new IllegalStateException("Expected a port of " + container));
    RealServers.report("USED real server: mongod, " + IMAGE);
    return Optional.of(new Mongod(container, address));
  }

  /// `host:port`.
  public String address() {
    return address;
  }

  @Override
  public void close() {
    docker("rm", "--force", container);
  }

  /// What it printed; empty where it failed, or there is no such program.
  private static Optional<String> docker(String... arguments) {
    try {
      var command = new ArrayList<>(List.of("docker"));
      command.addAll(List.of(arguments));
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while docker ran", e);
    }
  }
}
