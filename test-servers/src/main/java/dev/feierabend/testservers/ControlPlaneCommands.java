package dev.feierabend.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The command lines of a control plane whose files are in `run`. Nodes are looked at every second,
/// so that a host that went off is tainted within a test's patience.
record ControlPlaneCommands(BuiltServer built, Path run, int etcdPort, int peerPort, int port) {

  String uri() {
    return "https://127.0.0.1:" + port;
  }

  List<String> of(ControlPlane.Part part) {
    return switch (part) {
      case ETCD -> etcd();
      case API_SERVER -> apiServer();
      case CONTROLLER_MANAGER -> controllerManager();
      case SCHEDULER -> scheduler();
      case KWOK -> kwok();
    };
  }

  private List<String> etcd() {
    return List.of(
        built.program("etcd"),
        "--data-dir=" + run.resolve("etcd"),
        "--listen-client-urls=" + etcdUri(),
        "--advertise-client-urls=" + etcdUri(),
        "--listen-peer-urls=http://127.0.0.1:" + peerPort,
        "--unsafe-no-fsync",
        "--log-level=error");
  }

  private List<String> apiServer() {
    return List.of(
        built.program("kube-apiserver"),
        "--etcd-servers=" + etcdUri(),
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--cert-dir=" + run.resolve("certs"),
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + run.resolve("sa.pub"),
        "--service-account-signing-key-file=" + run.resolve("sa.key"),
        "--token-auth-file=" + run.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--audit-policy-file=" + setting("audit-policy.yaml"),
        "--audit-log-path=" + run.resolve("audit.log"));
  }

  private List<String> controllerManager() {
    return withKubeconfig(
        "kube-controller-manager",
        "--service-account-private-key-file=" + run.resolve("sa.key"),
        "--root-ca-file=" + run.resolve("certs/apiserver.crt"),
        "--node-monitor-period=1s",
        "--kube-api-qps=2000",
        "--kube-api-burst=4000",
        "--concurrent-deployment-syncs=20",
        "--concurrent-replicaset-syncs=20");
  }

  private List<String> scheduler() {
    return withKubeconfig("kube-scheduler");
  }

  /// Plays the kubelets: our stages for a node's power, its own for pods.
  private List<String> kwok() {
    List<String> command =
        new ArrayList<>(
            List.of(
                built.program("kwok"),
                "--kubeconfig=" + run.resolve("kubeconfig"),
                "--manage-all-nodes=true",
                "--node-ip=127.0.0.1",
                "--node-lease-duration-seconds=40",
                "--config=" + setting("node-power-stages.yaml")));
    try (Stream<Path> stages = Files.list(built.home().resolve("stages"))) {
      stages.sorted().forEach(stage -> command.add("--config=" + stage));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return command;
  }

  private List<String> withKubeconfig(String program, String... more) {
    String kubeconfig = run.resolve("kubeconfig").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                built.program(program),
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--leader-elect=false",
                "--secure-port=0"));
    command.addAll(List.of(more));
    return command;
  }

  private String etcdUri() {
    return "http://127.0.0.1:" + etcdPort;
  }

  private Path setting(String file) {
    return built.settings().resolve("kubernetes").resolve(file);
  }
}
