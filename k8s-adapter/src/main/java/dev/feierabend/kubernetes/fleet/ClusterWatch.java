package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Watches a cluster, and knows since when it can't see. It comes back by itself, however long the
/// API server was away.
public final class ClusterWatch implements AutoCloseable {
  private final SharedIndexInformer<Node> nodes;
  private final SharedIndexInformer<Pod> pods;
  private final SharedIndexInformer<Deployment> deployments;
  private final SharedIndexInformer<StatefulSet> statefulSets;
  private final SharedIndexInformer<PodDisruptionBudget> budgets;
  private final SharedIndexInformer<PersistentVolumeClaim> claims;
  private final SharedIndexInformer<PersistentVolume> volumes;
  private final InstantSource clock;
  private final AtomicReference<Instant> seen = new AtomicReference<>(Cluster.NEVER);

  private ClusterWatch(KubernetesClient client, InstantSource clock) {
    this.clock = clock;
    nodes = informer(client.nodes());
    pods = informer(client.pods().inAnyNamespace());
    deployments = informer(client.apps().deployments().inAnyNamespace());
    statefulSets = informer(client.apps().statefulSets().inAnyNamespace());
    budgets = informer(client.policy().v1().podDisruptionBudget().inAnyNamespace());
    claims = informer(client.persistentVolumeClaims().inAnyNamespace());
    volumes = informer(client.persistentVolumes());
  }

  /// Starts watching; doesn't wait for the first sight.
  public static ClusterWatch start(KubernetesClient client, InstantSource clock) {
    var watch = new ClusterWatch(client, clock);
    watch.all().forEach(SharedIndexInformer::start);
    return watch;
  }

  /// What was last seen, `seen` now if all of it is being watched at this moment.
  public Cluster look() {
    if (connected()) {
      seen.set(clock.instant());
    }
    return new Cluster(
        seen.get(),
        nodes.getStore().list(),
        pods.getStore().list(),
        Stream.concat(
                deployments.getStore().list().stream().map(Scalable::of),
                statefulSets.getStore().list().stream().map(Scalable::of))
            .toList(),
        Ties.of(budgets.getStore().list(), claims.getStore().list(), volumes.getStore().list()));
  }

  public boolean connected() {
    return all().allMatch(it -> it.hasSynced() && it.isWatching());
  }

  @Override
  public void close() {
    all().forEach(SharedIndexInformer::close);
  }

  private Stream<SharedIndexInformer<?>> all() {
    return Stream.of(nodes, pods, deployments, statefulSets, budgets, claims, volumes);
  }

  /// Tries again after every failure; without this it would give up silently.
  private static <T extends HasMetadata> SharedIndexInformer<T> informer(Informable<T> objects) {
    return objects.runnableInformer(0).exceptionHandler((_, _) -> true);
  }
}
