package dev.feierabend.helm.realparts;

import static org.awaitility.Awaitility.await;

import dev.feierabend.helm.Chart;
import dev.feierabend.helm.ChartAccount;
import dev.feierabend.helm.night.Cluster;
import dev.feierabend.helm.night.PlayedNode;
import dev.feierabend.helm.night.Specifications;
import dev.feierabend.helm.night.Workload;
import dev.feierabend.testservers.ControlPlane;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Six machines of a real control plane, each with a power controller of its own, and two towns'
/// workloads on them.
final class ClusterPart implements Part {
  static final List<String> TOWNS = List.of("ahausen", "bedorf");

  private static final String ACCOUNT = "system:serviceaccount:night:feierabend";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// By night one carries all, and one stays in reserve.
  private static final int GO_OFF = 4;

  private final ControlPlane plane = ControlPlane.start();
  private final KubernetesClient admin =
      new KubernetesClientBuilder()
          .withConfig(Config.fromKubeconfig(plane.kubeconfig().toFile()))
          .build();
  private final Cluster cluster = new Cluster(admin);
  private final List<Workload> workloads = TOWNS.stream().flatMap(ClusterPart::of).toList();
  private final Machines boards;
  private final List<Machine> machines;
  private final Places places;
  private final Follower follower;
  private final Path kubeconfig;

  ClusterPart(Machines boards) {
    this.boards = boards;
    machines = boards.all();
    kubeconfig = ChartAccount.kubeconfig(plane, admin, Chart.objects(ChartAccount.ONE_OF_SEVERAL));
    machines.forEach(it -> admin.resource(PlayedNode.of(it.node())).create());
    TOWNS.forEach(this::namespace);
    workloads.forEach(it -> admin.resource(it.object()).create());
    places = new Places(admin);
    follower = new Follower(admin, machines);
    await().atMost(PATIENCE).until(this::byDay);
  }

  private static Stream<Workload> of(String town) {
    return Stream.of(
        new Workload("Deployment", town, "web", 2, "800m", "office"),
        new Workload("Deployment", town, "mail", 2, "600m", "office"),
        new Workload("Deployment", town, "files", 3, "600m", "office"),
        new Workload("Deployment", town, "wiki", 1, "500m", "office"),
        new Workload("StatefulSet", town, "registry", 2, "600m", "office"),
        new Workload("Deployment", town, Workload.PHONE, 2, "200m", "always"));
  }

  private void namespace(String name) {
    var metadata = new NamespaceBuilder().withNewMetadata().withName(name).endMetadata();
    admin.resource(metadata.build()).create();
  }

  /// The service's own, with the rights of a release.
  Path kubeconfig() {
    return kubeconfig;
  }

  @Override
  public String told() {
    return "a control plane of Kubernetes %s with %d machines, whose power follows %s; %d workloads of %s"
        .formatted(
            admin.getKubernetesVersion().getGitVersion(),
            machines.size(),
            boards.told(),
            workloads.size(),
            String.join(" and ", TOWNS));
  }

  @Override
  public Papers papers() {
    var pools = new ArrayList<>(List.of("{id: machines}"));
    TOWNS.forEach(
        town -> pools.add("{id: %1$s-pool, tenant: %1$s, namespaces: [%1$s]}".formatted(town)));
    return new Papers(
        pools,
        machines.stream().map(Machine::controller).distinct().toList(),
        machines.stream().map(ClusterPart::host).toList(),
        TOWNS.stream().map("%s-pool"::formatted).toList());
  }

  private static String host(Machine machine) {
    return "{uuid: %s, name: %s, pool: machines, cores: 4, memoryGiB: 16, watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT10S, bootWatts: 150, %s}"
        .formatted(machine.uuid(), machine.node(), machine.control());
  }

  @Override
  public boolean serves() {
    return workloads.stream().allMatch(cluster::serves);
  }

  @Override
  public long missing() {
    return machines.stream().filter(it -> !cluster.inService(it.node())).count();
  }

  @Override
  public boolean powered() {
    return machines.stream().allMatch(Machine::on);
  }

  @Override
  public void misplace(String target) {
    Comparator<Machine> asWanted = Comparator.comparing(it -> !it.node().equals(target));
    machines.stream()
        .filter(it -> !it.on())
        .min(asWanted)
        .ifPresent(it -> follower.misplace(it.node()));
  }

  @Override
  public void find() {
    follower.find();
  }

  @Override
  public boolean byNight() {
    return workloads.stream().allMatch(it -> it.sleeps() ? cluster.sleeps(it) : cluster.serves(it))
        && off() >= GO_OFF;
  }

  private long off() {
    return machines.stream().map(Machine::node).filter(cluster::off).count();
  }

  @Override
  public String now() {
    return "%d of %d machines off, %d of %d workloads asleep"
        .formatted(
            off(),
            machines.size(),
            workloads.stream().filter(cluster::sleeps).count(),
            workloads.size());
  }

  @Override
  public SortedMap<String, String> state() {
    return Specifications.of(admin);
  }

  @Override
  public List<Effect> effects() {
    Map<String, String> nodes =
        machines.stream().collect(Collectors.toMap(Machine::node, Machine::uuid));
    var audited = new AuditedEffects(plane.auditLog(), ACCOUNT, nodes, places).all();
    return Stream.concat(audited, machines.stream().flatMap(ControllerLog::effects)).toList();
  }

  @Override
  public List<String> wrongs() {
    return machines.stream().flatMap(ControllerLog::forced).toList();
  }

  @Override
  public void close() {
    follower.close();
    places.close();
    boards.close();
    admin.close();
    plane.close();
  }
}
