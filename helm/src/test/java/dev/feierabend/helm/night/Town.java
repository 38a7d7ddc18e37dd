package dev.feierabend.helm.night;

import static org.awaitility.Awaitility.await;

import dev.feierabend.helm.Chart;
import dev.feierabend.helm.ChartAccount;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.FaultyPath;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The three towns on a real control plane, to which the service has a way full of faults, and a
/// person one without.
final class Town implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  final Towns towns;
  final ShiftedTime time = new ShiftedTime();
  final ControlPlane plane = ControlPlane.start();
  final FaultyPath path = FaultyPath.to(plane, time);
  final KubernetesClient admin = KubernetesClients.of(Optional.of(plane.kubeconfig()), "a person");
  final List<HasMetadata> chart = Chart.objects(ChartAccount.ONE_OF_SEVERAL);
  final Lookout lookout;

  Town(Towns towns, Path folder) throws IOException {
    this.towns = towns;
    Files.writeString(folder.resolve("fleet.yaml"), Towns.fleet());
    Path direct = ChartAccount.kubeconfig(plane, admin, chart);
    String token = Config.fromKubeconfig(direct.toFile()).getAutoOAuthToken();
    Files.writeString(Rehearsal.kubeconfig(folder), path.kubeconfig(token));
    Towns.NODES.forEach(node -> createUnlessThere(PlayedNode.of(node)));
    lookout = new Lookout(plane.kubeconfig(), Documents.parsed(Towns.fleet()), time);
  }

  /// Everything is there and serves, whatever the night before did to it.
  void awaitDay() {
    Towns.NAMES.forEach(this::namespace);
    towns.workloads().stream().map(Workload::object).forEach(this::createUnlessThere);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(() -> lookout.serve(towns.workloads()) && lookout.inService());
  }

  /// What each sleeper's spec is, byte by byte, of those that are there.
  Map<String, String> specs() {
    return Specifications.of(admin, Town::sleeps);
  }

  /// All nodes, and what doesn't serve.
  String shown() {
    return Stream.concat(
            admin.nodes().list().getItems().stream().map(Shown::of),
            admin.pods().inAnyNamespace().list().getItems().stream()
                .filter(pod -> !Readiness.isPodReady(pod))
                .map(Shown::of))
        .collect(Collectors.joining("\n"));
  }

  private static boolean sleeps(GenericKubernetesResource object) {
    return Optional.ofNullable(object.getMetadata().getLabels())
        .filter(labels -> "office".equals(labels.get("hours")))
        .isPresent();
  }

  private void namespace(String name) {
    createUnlessThere(
        new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
  }

  private void createUnlessThere(HasMetadata object) {
    if (Optional.ofNullable(admin.resource(object).get()).isEmpty()) {
      admin.resource(object).create();
    }
  }

  @Override
  public void close() {
    lookout.close();
    path.close();
    admin.close();
    plane.close();
    time.close();
  }
}
