package dev.feierabend.kubernetes.clusters;

import static java.util.Comparator.comparing;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Placement;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Several clusters as one fleet. They are looked at side by side, and who isn't done in time is
/// seen as it was before: a cluster that is away delays the others by no more than that.
public final class ClustersFleet implements FleetPort {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Watched(ClusterPorts cluster, Sight sight) {}

  private final List<Watched> clusters;
  private final InstantSource clock;
  private final Map<PoolId, String> places = new HashMap<>();

  public ClustersFleet(List<ClusterPorts> clusters, InstantSource clock) {
    this.clusters =
        clusters.stream().map(cluster -> new Watched(cluster, new Sight(cluster.seen()))).toList();
    this.clock = clock;
    for (ClusterPorts cluster : clusters) {
      for (Pool pool : cluster.part().pools()) {
        places.put(pool.id(), cluster.place());
      }
    }
  }

  /// @throws Outage before any of them was seen
  @Override
  public Snapshot observe() {
    look();
    Instant now = clock.instant();
    var hosts = new ArrayList<Host>();
    var workloads = new ArrayList<Workload>();
    var placements = new TreeMap<WorkloadId, Placement>();
    var makes = new TreeMap<MachineId, Make>();
    var exempt = new TreeMap<WorkloadId, Exemption>();
    Set<String> unseen = new HashSet<>();
    for (Watched watched : clusters) {
      ClusterPorts cluster = watched.cluster();
      if (watched.sight().last().isEmpty()) {
        unseen.add(cluster.place());
      }
      Snapshot seen = watched.sight().last().orElseGet(cluster.blind()::observe);
      hosts.addAll(seen.hosts());
      makes.putAll(seen.makes());
      seen.exempt().values().stream()
          .flatMap(exemption -> cluster.names().outside(exemption).stream())
          .forEach(exemption -> exempt.put(exemption.workload(), exemption));
      placements.putAll(cluster.names().outside(seen.placements()));
      seen.workloads().stream()
          .flatMap(workload -> cluster.names().outside(workload).stream())
          .forEach(workloads::add);
    }
    if (unseen.size() == clusters.size()) {
      throw new Outage("Expected to see a cluster, but none has been seen yet; look again");
    }
    hosts.sort(comparing(Host::id));
    workloads.sort(comparing(Workload::id));
    return new Snapshot(
        now, hosts, workloads, new Places(places, unseen), makes, exempt, placements);
  }

  private void look() {
    CompletableFuture.allOf(
            clusters.stream()
                .map(watched -> watched.sight().look())
                .toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
