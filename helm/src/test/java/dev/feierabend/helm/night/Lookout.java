package dev.feierabend.helm.night;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a bystander sees of the fleet all night, by a way of its own.
final class Lookout implements AutoCloseable {
  private final KubernetesClient client;
  private final ClusterWatch watch;
  private final KubernetesFleet fleet;
  private final Queue<Snapshot> seen = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  Lookout(Path kubeconfig, Fleet document, InstantSource clock) {
    client = KubernetesClients.of(Optional.of(kubeconfig), "a bystander");
    watch = ClusterWatch.start(client, Recipes.shipped(), clock);
    var power = new NodeAnnotationPower(client, new FleetNodes(document, watch));
    fleet = new KubernetesFleet(document, watch, power, clock);
    looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /// What was seen since the last time that this was asked, from first to last.
  List<Snapshot> told() {
    var told = new ArrayList<Snapshot>();
    for (var next = seen.poll(); next != null; next = seen.poll()) {
      told.add(next);
    }
    return List.copyOf(told);
  }

  Snapshot now() {
    return fleet.observe();
  }

  boolean serve(List<dev.feierabend.helm.night.Workload> workloads) {
    Map<WorkloadId, Workload> there = byId();
    return workloads.stream()
        .allMatch(it ->
            Optional.ofNullable(there.get(Towns.id(it)))
                .filter(now -> now.replicas() == it.replicas() && now.ready() == it.replicas())
                .isPresent());
  }

  /// Those of `workloads` that are there and aren't as they shall be.
  List<String> otherThan(
      List<dev.feierabend.helm.night.Workload> workloads, Predicate<Workload> shallBe) {
    Map<WorkloadId, Workload> there = byId();
    return workloads.stream()
        .map(Towns::id)
        .filter(id -> Optional.ofNullable(there.get(id)).filter(shallBe.negate()).isPresent())
        .map(WorkloadId::value)
        .toList();
  }

  boolean inService() {
    return now().hosts().stream().allMatch(Host::inService);
  }

  /// Machines are off, and whichever isn't serves: none is on its way.
  boolean settled() {
    List<Host> hosts = now().hosts();
    return hosts.stream().anyMatch(host -> host.power() == Power.OFF)
        && hosts.stream().allMatch(host -> host.power() == Power.OFF || host.inService());
  }

  private Map<WorkloadId, Workload> byId() {
    return now().workloads().stream().collect(Collectors.toMap(Workload::id, Function.identity()));
  }

  /// Where it can't see, it says nothing.
  private void look() {
    try {
      Snapshot now = now();
      boolean whole = now.hosts().stream().noneMatch(host -> host.power() == Power.UNKNOWN);
      if (whole && watch.connected()) {
        seen.add(now);
      }
    } catch (Outage outOfSight) {
      // The next look may see it.
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    watch.close();
    client.close();
  }
}
