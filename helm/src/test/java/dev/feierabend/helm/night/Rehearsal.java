package dev.feierabend.helm.night;

import static org.awaitility.Awaitility.await;

import dev.feierabend.helm.Chart;
import dev.feierabend.helm.ChartAccount;
import dev.feierabend.testservers.ControlPlane;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Two towns by day on a real control plane, and the chart's account for the service. By chance of
/// nobody, what is awake at night stands where it can't all stay: `phone` with both replicas on n6,
/// `backup` on n4 and n5, the rest of it on n1 to n3.
final class Rehearsal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  final ControlPlane plane = ControlPlane.start();
  final KubernetesClient admin =
      new KubernetesClientBuilder()
          .withConfig(Config.fromKubeconfig(plane.kubeconfig().toFile()))
          .build();
  final Path folder;

  Rehearsal(Path folder) throws IOException {
    this.folder = folder;
    var objects = Chart.objects(ChartAccount.ONE_OF_SEVERAL);
    Files.copy(ChartAccount.kubeconfig(plane, admin, objects), kubeconfig(folder));
    Documents.NODES.forEach(node -> admin.resource(PlayedNode.of(node)).create());
    Documents.TOWNS.forEach(this::namespace);
    budget();
    place(Set.of("n6"), workload -> workload.name().equals(Workload.PHONE));
    place(Set.of("n4", "n5"), workload -> workload.name().equals("backup"));
    place(Set.of("n1", "n2", "n3"), workload -> Set.of("gate", "alarm").contains(workload.name()));
    place(Set.copyOf(Documents.NODES), Workload::sleeps);
  }

  static Path kubeconfig(Path folder) {
    return folder.resolve("kubeconfig");
  }

  private void namespace(String name) {
    var metadata = new NamespaceBuilder().withNewMetadata().withName(name).endMetadata();
    admin.resource(metadata.build()).create();
  }

  /// Of its two replicas one must serve at any time.
  private void budget() {
    admin
        .resource(
            new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withNamespace("ahausen")
                .withName(Workload.PHONE)
                .endMetadata()
                .withNewSpec()
                .withMinAvailable(new IntOrString(1))
                .withNewSelector()
                .addToMatchLabels("app", Workload.PHONE)
                .endSelector()
                .endSpec()
                .build())
        .create();
  }

  private void place(Set<String> nodes, Predicate<Workload> which) {
    Documents.NODES.forEach(node -> cordon(node, !nodes.contains(node)));
    List<Workload> workloads = Workload.ALL.stream().filter(which).toList();
    workloads.forEach(workload -> admin.resource(workload.object()).create());
    var cluster = new Cluster(admin);
    await().atMost(PATIENCE).until(() -> workloads.stream().allMatch(cluster::serves));
    Documents.NODES.forEach(node -> cordon(node, false));
  }

  private void cordon(String name, boolean cordoned) {
    String spec = "{\"spec\": {\"unschedulable\": %s}}".formatted(cordoned);
    admin.nodes().withName(name).patch(PatchContext.of(PatchType.JSON_MERGE), spec);
  }

  @Override
  public void close() {
    admin.close();
    plane.close();
  }
}
