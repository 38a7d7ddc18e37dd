package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.client.Pages;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.workloads.LastSeen;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Watches a cluster, and knows since when it can't see. It comes back by itself, however long the
/// API server was away.
public final class ClusterWatch implements LastSeen, AutoCloseable {
  private static final ResourceDefinitionContext PODS =
      new ResourceDefinitionContext.Builder()
          .withVersion("v1")
          .withKind("Pod")
          .withPlural("pods")
          .withNamespaced(true)
          .build();

  private final SharedIndexInformer<Node> nodes;
  private final Gists<Pod> replicas;
  private final SharedIndexInformer<GenericKubernetesResource> pods;
  private final SharedIndexInformer<PodDisruptionBudget> budgets;
  private final SharedIndexInformer<PersistentVolumeClaim> claims;
  private final SharedIndexInformer<PersistentVolume> volumes;
  private final Gists<Autoscaler> bounds = new Gists<>(Autoscaler::of);
  private final SharedIndexInformer<GenericKubernetesResource> autoscalers;
  private final KindsWatch kinds;
  private final InstantSource clock;
  private final AtomicReference<Instant> seen = new AtomicReference<>(Cluster.NEVER);

  private ClusterWatch(KubernetesClient client, Recipes recipes, InstantSource clock) {
    this.clock = clock;
    nodes = informer(client.nodes(), Trims::node);
    var reading = client.getKubernetesSerialization();
    var trim = new PodTrim();
    replicas = new Gists<>(object -> trim.apply(reading.convertValue(object, Pod.class)));
    pods = informer(client.genericKubernetesResources(PODS).inAnyNamespace(), replicas);
    budgets = informer(client.policy().v1().podDisruptionBudget().inAnyNamespace(), Trims::plain);
    claims = informer(client.persistentVolumeClaims().inAnyNamespace(), Trims::claim);
    volumes = informer(client.persistentVolumes(), Trims::volume);
    autoscalers =
        informer(client.genericKubernetesResources(Autoscaler.KIND).inAnyNamespace(), bounds);
    kinds = new KindsWatch(client, recipes, clock.instant());
  }

  /// Starts watching; doesn't wait for the first sight.
  public static ClusterWatch start(KubernetesClient client, Recipes recipes, InstantSource clock) {
    var watch = new ClusterWatch(client, recipes, clock);
    watch.all().forEach(SharedIndexInformer::start);
    return watch;
  }

  /// What was last seen, `seen` now if all of it is being watched at this moment.
  public Cluster look() {
    Instant now = clock.instant();
    if (connected()) {
      seen.set(now);
    }
    return new Cluster(
        seen.get(),
        nodes.getStore().list(),
        replicas.list(),
        kinds.objects(),
        Ties.of(budgets.getStore().list(), claims.getStore().list(), volumes.getStore().list()),
        Autoscalers.of(bounds.list()),
        kinds.seen(now));
  }

  @Override
  public Optional<GenericKubernetesResource> of(WorkloadName name) {
    return kinds.seen(name);
  }

  @Override
  public ResourceKind served(Recipe recipe) {
    return kinds.served(recipe).orElse(recipe.resource());
  }

  public boolean connected() {
    return kinds.connected(clock.instant())
        && all().allMatch(it -> it.hasSynced() && it.isWatching());
  }

  @Override
  public void close() {
    all().forEach(SharedIndexInformer::close);
    kinds.close();
  }

  private Stream<SharedIndexInformer<?>> all() {
    return Stream.of(nodes, pods, budgets, claims, volumes, autoscalers);
  }

  private static <T extends HasMetadata> SharedIndexInformer<T> informer(
      Informable<T> objects, UnaryOperator<T> trim) {
    return informer(objects, new Trimmed<>(trim));
  }

  /// Keeps what `store` keeps of them.
  static <T extends HasMetadata> SharedIndexInformer<T> informer(
      Informable<T> objects, ItemStore<T> store) {
    return Pages.informer(objects).removeNamespaceIndex().itemStore(store);
  }
}
