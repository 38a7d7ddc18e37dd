package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches those of the recipes' kinds that the cluster has: it also watches which definitions of
/// kinds come and go and what they serve, so that nobody asks for what isn't there.
final class KindsWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KindsWatch.class);
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
  private final Gists<Versions> definitions = new Gists<>(Versions::of);
  private final SharedIndexInformer<GenericKubernetesResource> informer;
  private final Map<String, KindWatch> kinds = new TreeMap<>();

  /// Those of another version, by their recipes' names, before their first sight.
  private final Map<String, KindWatch> successors = new TreeMap<>();

  KindsWatch(KubernetesClient client, Recipes recipes, Instant now) {
    this.client = client;
    this.recipes = recipes;
    informer = ClusterWatch.informer(client.genericKubernetesResources(DEFINITIONS), definitions);
    informer.start();
    recipes.all().values().stream()
        .filter(recipe -> recipe.resource().ofKubernetes())
        .forEach(recipe -> watch(recipe, recipe.resource(), now));
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
    successors.values().forEach(KindWatch::close);
  }

  /// The kind in the version that is watched, or will be; empty where the cluster hasn't got it.
  Optional<ResourceKind> served(Recipe recipe) {
    ResourceKind kind = recipe.resource();
    return kind.ofKubernetes()
        ? Optional.of(kind)
        : definitions.of(kind.definition()).flatMap(versions -> versions.of(kind));
  }

  /// Once the definitions are known, what is defined is watched and what no longer is, is not.
  private void follow(Instant now) {
    if (informer.hasSynced()) {
      recipes
          .all()
          .values()
          .forEach(recipe ->
              served(recipe)
                  .ifPresentOrElse(kind -> watch(recipe, kind, now), () -> forget(recipe.name())));
    }
  }

  /// What is watched in another version stays in sight until it is seen in this one.
  private void watch(Recipe recipe, ResourceKind kind, Instant now) {
    String name = recipe.name();
    KindWatch watched = kinds.computeIfAbsent(name, _ -> new KindWatch(client, recipe, kind, now));
    if (watched.kind().equals(kind)) {
      close(successors.remove(name));
      return;
    }
    KindWatch next =
        successors.computeIfAbsent(name, _ -> new KindWatch(client, recipe, kind, now));
    if (!next.kind().equals(kind)) {
      close(successors.remove(name));
    } else if (next.sighted()) {
      LOG.info("{} are seen as {} from now on", kind.definition(), kind.version());
      successors.remove(name);
      close(kinds.put(name, next));
    }
  }

  private void forget(String name) {
    close(kinds.remove(name));
    close(successors.remove(name));
  }

  private static void close(@Nullable KindWatch kind) {
    Optional.ofNullable(kind).ifPresent(KindWatch::close);
  }
}
