package dev.feierabend.testservers;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;

/// A real Kubernetes control plane on loopback: etcd, API server, controller manager and scheduler,
/// with kwok in the place of the kubelets. A node's power is its annotation
/// `feierabend.test/power`: `off` turns Ready to Unknown, anything else to True after
/// `feierabend.test/boot` (`20s`).
public final class ControlPlane implements AutoCloseable {
  /// One of its programs, in the order in which they start.
  public enum Part {
    ETCD("etcd"),
    API_SERVER("kube-apiserver"),
    CONTROLLER_MANAGER("kube-controller-manager"),
    SCHEDULER("kube-scheduler"),
    KWOK("kwok");

    private final String program;

    Part(String program) {
      this.program = program;
    }
  }

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// The controller manager makes it, and no pod starts before.
  private static final String FIRST_ACCOUNT = "/api/v1/namespaces/default/serviceaccounts/default";

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final ControlPlaneCommands commands;
  private final String adminToken = UUID.randomUUID().toString();
  private final Map<Part, Program> programs = new ConcurrentSkipListMap<>();

  private ControlPlane(ControlPlaneCommands commands) {
    this.commands = commands;
  }

  /// Starts one of this run's release, ready to serve; where none can be built here, the test is
  /// skipped.
  public static ControlPlane start() {
    return start(KubernetesRelease.ofThisRun());
  }

  /// Starts one of that release.
  public static ControlPlane start(KubernetesRelease release) {
    BuiltServer built = RealServers.require(release.server());
    List<Integer> ports = Ports.free(3);
    ControlPlane plane =
        new ControlPlane(
            new ControlPlaneCommands(
                built,
                Folders.temporary("control-plane"),
                ports.get(0),
                ports.get(1),
                ports.get(2)));
    try {
      plane.bringUp();
      return plane;
    } catch (IOException | RuntimeException | Error e) {
      plane.close();
      throw new IllegalStateException("The control plane did not come up", e);
    }
  }

  public URI uri() {
    return URI.create(commands.uri());
  }

  /// The administrator's.
  public Path kubeconfig() {
    return commands.run().resolve("kubeconfig");
  }

  /// One for another bearer token, a service account's for instance.
  public Path kubeconfig(String token) {
    return write("kubeconfig-" + UUID.randomUUID(), Kubeconfig.of(commands.uri(), caData(), token));
  }

  public String adminToken() {
    return adminToken;
  }

  /// Every request that was answered, a JSON object a line.
  public Path auditLog() {
    return commands.run().resolve("audit.log");
  }

  /// Its process is gone at once, whatever it was doing.
  public void kill(Part part) {
    Optional.ofNullable(programs.remove(part)).ifPresent(Program::close);
  }

  /// Starts it on what it had kept, at the same port, and waits until the API server serves.
  public void restart(Part part) {
    kill(part);
    run(part);
    untilItServes();
  }

  @Override
  public void close() {
    List.copyOf(programs.values()).reversed().forEach(Program::close);
    Folders.delete(commands.run());
  }

  private void bringUp() throws IOException {
    KeyPair keys = Pem.newKeys();
    write("sa.key", Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded()));
    write("sa.pub", Pem.of("PUBLIC KEY", keys.getPublic().getEncoded()));
    write("tokens.csv", "%s,admin,admin,system:masters%n".formatted(adminToken));
    run(Part.ETCD);
    run(Part.API_SERVER);
    until(() -> Files.exists(certificate()));
    write("kubeconfig", Kubeconfig.of(commands.uri(), caData(), adminToken));
    untilItServes();
    run(Part.CONTROLLER_MANAGER);
    run(Part.SCHEDULER);
    run(Part.KWOK);
    until(new Health(uri().resolve(FIRST_ACCOUNT), adminToken, certificate())::ok);
  }

  private void untilItServes() {
    try {
      until(new Health(uri().resolve("/readyz"), adminToken, certificate())::ok);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void until(Callable<Boolean> condition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(GLANCE)
        .failFast(() -> programs.values().forEach(Program::expectRunning))
        .until(condition);
  }

  private void run(Part part) {
    programs.put(part, Program.start(part.program, commands.run(), commands.of(part)));
  }

  /// What the API server is trusted by, as PEM.
  public Path certificate() {
    return commands.run().resolve("certs/apiserver.crt");
  }

  private String caData() {
    try {
      return Base64.getEncoder().encodeToString(Files.readAllBytes(certificate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(commands.run().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
