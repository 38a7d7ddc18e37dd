package dev.feierabend.bench.cluster;

import dev.feierabend.testservers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// kube-green as it comes, with a SleepInfo a namespace.
///
/// @param home where `test-servers/build` put it
record KubeGreen(Stage stage, Path home) implements Contender {
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final String INFOS = "/apis/kube-green.com/v1alpha1/%ssleepinfos";

  @Override
  public String name() {
    return "kube-green";
  }

  @Override
  public String agent() {
    return "kube-green/";
  }

  @Override
  public Duration ahead() {
    return Duration.ofSeconds(20);
  }

  /// Its webhook, which nobody calls here, doesn't start without a certificate.
  @Override
  public Process start(Schedule schedule) throws IOException, InterruptedException {
    String definition = Files.readString(home.resolve("kube-green.com_sleepinfos.yaml"));
    stage.api().create(DEFINITIONS, "application/yaml", definition);
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> !stage.api().ask(INFOS.formatted("")).isEmpty());
    Process process = stage.site().start("kube-green", command(), Map.of());
    for (String namespace : stage.objects().namespaces()) {
      stage
          .api()
          .create(
              INFOS.formatted("namespaces/" + namespace + "/"),
              "application/json",
              Manifests.sleepInfo(schedule));
    }
    return process;
  }

  private List<String> command() {
    Path certificate = stage.plane().certificate();
    return List.of(
        home.resolve("bin/kube-green").toString(),
        "--kubeconfig=" + stage.plane().kubeconfig(),
        "--health-probe-bind-address=0",
        "--webhook-host=127.0.0.1",
        "--webhook-server-port=" + Ports.free(1).getFirst(),
        "--webhook-cert-path=" + certificate.getParent(),
        "--webhook-cert-name=apiserver.crt",
        "--webhook-cert-key=apiserver.key");
  }
}
