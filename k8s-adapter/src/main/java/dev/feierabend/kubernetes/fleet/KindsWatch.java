package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Watches those of the recipes' kinds that the cluster has: it also watches which definitions of
/// kinds come and go, so that nobody asks for what isn't there.
final class KindsWatch implements AutoCloseable {
  private static final ResourceDefinitionContext DEFINITIONS =
      new ResourceDefinitionContext.Builder()
          .withGroup("apiextensions.k8s.io")
          .withVersion("v1")
          .withKind("CustomResourceDefinition")
          .withPlural("customresourcedefinitions")
          .withNamespaced(false)
          .build();

  private final KubernetesClient client;
  private final Recipes recipes;
  private final Gists<Optional<String>> definitions = new Gists<>(KindsWatch::established);
  private final SharedIndexInformer<GenericKubernetesResource> informer;
  private final Map<String, KindWatch> kinds = new TreeMap<>();

  KindsWatch(KubernetesClient client, Recipes recipes, Instant now) {
    this.client = client;
    this.recipes = recipes;
    informer = ClusterWatch.informer(client.genericKubernetesResources(DEFINITIONS), definitions);
    informer.start();
    recipes.all().values().stream()
        .filter(recipe -> recipe.resource().ofKubernetes())
        .forEach(recipe -> watch(recipe, now));
  }

  /// True while all that every cluster has is being watched, and nothing else is awaited.
  synchronized boolean connected(Instant now) {
    follow(now);
    return informer.hasSynced()
        && informer.isWatching()
        && kinds.values().stream()
            .allMatch(kind ->
                kind.recipe().resource().ofKubernetes() ? kind.connected() : kind.settled(now));
  }

  synchronized List<Scalable> objects() {
    return kinds.values().stream().map(KindWatch::objects).flatMap(Collection::stream).toList();
  }

  Optional<GenericKubernetesResource> seen(WorkloadName name) {
    return watched(name.kind()).flatMap(kind -> kind.seen(name));
  }

  private synchronized Optional<KindWatch> watched(String kind) {
    return Optional.ofNullable(kinds.get(kind));
  }

  /// When the kinds that not every cluster has were last seen, by their recipes' names.
  synchronized Map<String, Instant> seen(Instant now) {
    return kinds.values().stream()
        .filter(kind -> !kind.recipe().resource().ofKubernetes())
        .collect(Collectors.toMap(kind -> kind.recipe().name(), kind -> kind.seen(now)));
  }

  @Override
  public synchronized void close() {
    informer.close();
    kinds.values().forEach(KindWatch::close);
  }

  /// Once the definitions are known, what is defined is watched and what no longer is, is not.
  private void follow(Instant now) {
    if (!informer.hasSynced()) {
      return;
    }
    Set<String> served =
        definitions.list().stream().flatMap(Optional::stream).collect(Collectors.toSet());
    for (Recipe recipe : recipes.all().values()) {
      boolean there =
          recipe.resource().ofKubernetes() || served.contains(recipe.resource().definition());
      if (there && !kinds.containsKey(recipe.name())) {
        watch(recipe, now);
      } else if (!there && kinds.containsKey(recipe.name())) {
        Optional.ofNullable(kinds.remove(recipe.name())).ifPresent(KindWatch::close);
      }
    }
  }

  private void watch(Recipe recipe, Instant now) {
    kinds.put(recipe.name(), new KindWatch(client, recipe, now));
  }

  /// The name of a definition that the API server serves by now.
  private static Optional<String> established(GenericKubernetesResource definition) {
    List<Map<String, Object>> conditions =
        Optional.<List<Map<String, Object>>>ofNullable(definition.get("status", "conditions"))
            .orElse(List.of());
    return conditions.stream().anyMatch(KindsWatch::isEstablished)
        ? Optional.of(definition.getMetadata().getName())
        : Optional.empty();
  }

  private static boolean isEstablished(Map<String, Object> condition) {
    return "Established".equals(condition.get("type")) && "True".equals(condition.get("status"));
  }
}
