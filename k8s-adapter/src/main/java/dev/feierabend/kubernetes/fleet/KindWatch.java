package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the objects of one recipe's kind in one version, and knows when it last saw them.
final class KindWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KindWatch.class);

  /// So long all else waits for the first sight of a kind.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Recipe recipe;
  private final ResourceKind kind;
  private final Gists<Scalable> objects;
  private final SharedIndexInformer<GenericKubernetesResource> informer;
  private final Instant since;
  private Instant seen = Cluster.NEVER;
  private boolean missed;

  /// @param kind as the cluster serves it
  KindWatch(KubernetesClient client, Recipe recipe, ResourceKind kind, Instant since) {
    this.recipe = recipe;
    this.kind = kind;
    this.since = since;
    objects = new Gists<>(object -> Scalable.of(Managed.of(recipe, object)));
    informer =
        ClusterWatch.informer(
            client.genericKubernetesResources(kind.context()).inAnyNamespace(), objects);
    informer.start();
  }

  Recipe recipe() {
    return recipe;
  }

  ResourceKind kind() {
    return kind;
  }

  List<Scalable> objects() {
    return objects.list();
  }

  /// What was last seen of one of them, where it may be touched.
  Optional<GenericKubernetesResource> seen(WorkloadName name) {
    return objects
        .of(name.namespace() + "/" + name.name())
        .filter(Scalable::ours)
        .map(object -> object.essence().object());
  }

  /// True once its objects were seen, however long ago.
  boolean sighted() {
    return informer.hasSynced();
  }

  boolean connected() {
    return sighted() && informer.isWatching();
  }

  /// When its objects were last seen, as of `now`.
  Instant seen(Instant now) {
    if (connected()) {
      seen = now;
    }
    return seen;
  }

  /// False while its first sight may still come; one kind that can't be read keeps nobody waiting
  /// for long.
  boolean settled(Instant now) {
    if (sighted()) {
      return true;
    }
    boolean over = now.isAfter(since.plus(PATIENCE));
    if (over && !missed) {
      missed = true;
      LOG.warn(
          "{} cannot be read and are left as they are; look at the rights and at their definition",
          recipe.resource().definition());
    }
    return over;
  }

  @Override
  public void close() {
    informer.close();
  }
}
