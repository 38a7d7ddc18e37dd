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
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// A vCenter that exists only in govmomi's simulator, over TLS with a certificate of its own: its
/// inventory, sessions, tasks and counters are vSphere's, nothing runs on its hosts. In the last of
/// several clusters DRS and DPM decide by themselves.
public final class VsphereSimulator implements AutoCloseable {
  public static final String USER = "feierabend@vsphere.local";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /// What there is in it.
  ///
  /// @param hosts in each cluster
  /// @param guests in each cluster, on hosts at random
  /// @param slow tasks that take so long, by vSphere's names without `_Task`
  public record Plan(
      int clusters, int hosts, int guests, String password, Map<String, Duration> slow) {}

  /// What goes wrong in it, from when it is told until it is told otherwise.
  public enum Fault {
    /// A move fails when nine tenths of it are done.
    MOVES("moves"),
    /// The way into maintenance or standby doesn't end; once this is over, it has failed.
    MAINTENANCE("maintenance"),
    /// The next host that wakes is on, and isn't heard of.
    ADDRESS("address");

    private final String file;

    Fault(String file) {
      this.file = file;
    }
  }

  private final Path run;
  private final URI uri;
  private final Program program;

  private VsphereSimulator(Path run, URI uri, Program program) {
    this.run = run;
    this.uri = uri;
    this.program = program;
  }

  /// Starts one; where it can't be had here, the test is skipped.
  public static VsphereSimulator start(Plan plan) {
    BuiltServer built = RealServers.require(Server.VSPHERE);
    Path run = Folders.temporary("vsphere");
    String listen = "127.0.0.1:" + Ports.free(1).getFirst();
    Program program = Program.start("vsphere", run, command(built, run, listen, plan));
    var simulator = new VsphereSimulator(run, URI.create("https://" + listen), program);
    try {
      await()
          .atMost(PATIENCE)
          .failFast(program::expectRunning)
          .until(() -> Files.exists(certificate(run)));
      return simulator;
    } catch (RuntimeException e) {
      simulator.close();
      throw e;
    }
  }

  private static List<String> command(BuiltServer built, Path run, String listen, Plan plan) {
    Path password = run.resolve("password");
    try {
      Files.writeString(password, plan.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var command = new ArrayList<>(List.of(built.program("vsphere"), "-listen", listen));
    command.addAll(List.of("-certificate", certificate(run).toString(), "-user", USER));
    command.addAll(List.of("-password", password.toString(), "-slow", slow(plan)));
    command.addAll(List.of("-clusters", "" + plan.clusters(), "-hosts", "" + plan.hosts()));
    command.addAll(List.of("-guests", "" + plan.guests(), "-faults", run.toString()));
    return command;
  }

  private static String slow(Plan plan) {
    return plan.slow().entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue().toMillis())
        .collect(Collectors.joining(","));
  }

  private static Path certificate(Path run) {
    return run.resolve("certificate.pem");
  }

  public URI uri() {
    return uri;
  }

  /// From now on, or no longer.
  public void fault(Fault fault, boolean there) {
    try {
      if (there) {
        Files.writeString(run.resolve(fault.file), "");
      } else {
        Files.deleteIfExists(run.resolve(fault.file));
        Files.deleteIfExists(run.resolve(fault.file + "-taken"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Its certificate, in PEM.
  public Path certificate() {
    return certificate(run);
  }

  /// Trust in it and in nobody else.
  public SSLContext trust() {
    try {
      return Trust.in(certificate(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    program.close();
    Folders.delete(run);
  }
}
