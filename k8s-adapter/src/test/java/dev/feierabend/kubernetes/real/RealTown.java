package dev.feierabend.kubernetes.real;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.fleet.Ourselves;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.nodes.KubernetesHosts;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.KubernetesWorkloads;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.KubernetesRelease;
import dev.feierabend.testservers.WholeLines;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The adapter against a real control plane: `us` is the product with the chart's rights, `admin` a
/// person.
final class RealTown implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String US = "feierabend/real-town";
  private static final Set<String> READS = Set.of("get", "list", "watch");

  final KubernetesClient admin;
  final KubernetesClient us;
  final KubernetesWorkloads workloads;
  final KubernetesHosts hosts;
  final NodeAnnotationPower power;
  final KubernetesFleet fleet;
  final ControlPlane plane;
  final FleetNodes names;
  final ClusterWatch watch;

  private final Fleet document;

  RealTown() {
    this(Towns.fleet());
  }

  RealTown(Fleet document) {
    this(document, KubernetesRelease.ofThisRun());
  }

  RealTown(KubernetesRelease release) {
    this(Towns.fleet(), release);
  }

  private RealTown(Fleet document, KubernetesRelease release) {
    this.document = document;
    plane = ControlPlane.start(release);
    admin = KubernetesClients.of(Optional.of(plane.kubeconfig()), "a person");
    us = KubernetesClients.of(Optional.of(OurAccount.kubeconfig(plane, admin)), US);
    watch = ClusterWatch.start(us, Recipes.shipped(), InstantSource.system());
    names = new FleetNodes(document, watch);
    workloads = new KubernetesWorkloads(us, Recipes.shipped());
    hosts = new KubernetesHosts(us, names, InstantSource.system());
    power = new NodeAnnotationPower(us, names);
    fleet = new KubernetesFleet(document, watch, power, InstantSource.system());
    List.of("office", "school").forEach(this::namespace);
    await().atMost(PATIENCE).until(watch::connected);
  }

  /// The same town as one sees it who runs there, or whose store does.
  KubernetesFleet fleetOf(Ourselves ourselves) {
    return new KubernetesFleet(document, watch, power, ourselves, InstantSource.system());
  }

  /// A node that boots in two seconds; returns when it is ready.
  void node(String name, MachineId host) {
    node(name, host, Map.of());
  }

  void node(String name, MachineId host, Map<String, String> labels) {
    create(
        new NodeBuilder()
            .withNewMetadata()
            .withName(name)
            .addToLabels(labels)
            .addToAnnotations("feierabend.test/boot", "2s")
            .endMetadata()
            .build());
    awaitHost(host, Host::inService);
  }

  void create(HasMetadata object) {
    admin.resource(object).create();
  }

  /// Changes an object as a person does: again, where a controller was faster.
  static <T extends HasMetadata> void edit(Resource<T> object, UnaryOperator<T> change) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsMatching(RealTown::isConflict)
        .until(() -> object.edit(change) != null);
  }

  private static boolean isConflict(Throwable thrown) {
    return thrown instanceof KubernetesClientException refused
        && refused.getCode() == HttpURLConnection.HTTP_CONFLICT;
  }

  Host host(MachineId id) {
    return fleet.observe().hosts().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Optional<Workload> workload(WorkloadId id) {
    return fleet.observe().workloads().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  void awaitHost(MachineId id, Predicate<Host> condition) {
    await().atMost(PATIENCE).until(() -> host(id), condition);
  }

  void awaitReady(WorkloadId id, int replicas) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> workload(id),
            it -> it.filter(w -> w.replicas() == replicas && w.ready() == replicas).isPresent());
  }

  /// What we wrote, as the API server's audit log has it: `patch 200 deployments office/mail`.
  List<String> ourWrites() {
    var json = new ObjectMapper();
    return WholeLines.of(plane.auditLog())
        .map(line -> parsed(json, line))
        .filter(entry -> entry.path("userAgent").asText().equals(US))
        .filter(entry -> !READS.contains(entry.path("verb").asText()))
        .map(RealTown::told)
        .toList();
  }

  @Override
  public void close() {
    watch.close();
    us.close();
    admin.close();
    plane.close();
  }

  private void namespace(String name) {
    create(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
  }

  private static String told(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    return "%s %s %s %s/%s"
        .formatted(
            entry.path("verb").asText(),
            entry.at("/responseStatus/code").asText(),
            object.path("resource").asText(),
            object.path("namespace").asText(),
            object.path("name").asText());
  }

  private static JsonNode parsed(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
