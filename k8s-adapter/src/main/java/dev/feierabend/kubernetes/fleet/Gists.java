package dev.feierabend.kubernetes.fleet;

import dev.feierabend.kubernetes.client.TreeResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps of each object that is watched what is asked of it, its name and its version, and forgets
/// the rest. What a watch tells is read when somebody asks, and what is old by then never: a burst
/// in which all of a cluster goes to sleep is when there is no time for it. As much waits for that
/// as memory is spared for, and no more.
final class Gists<G> implements ItemStore<GenericKubernetesResource> {
  /// Some five megabytes.
  private static final int UNREAD = 1_000;

  private final Map<String, Gist<G>> all = new ConcurrentHashMap<>();
  private final BlockingQueue<Gist<G>> unread = new ArrayBlockingQueue<>(UNREAD);
  private final Function<GenericKubernetesResource, G> gist;

  Gists(Function<GenericKubernetesResource, G> gist) {
    this.gist = gist;
  }

  /// @param key `namespace/name`
  Optional<G> of(String key) {
    return Optional.ofNullable(all.get(key)).flatMap(Gist::read);
  }

  List<G> list() {
    return all.values().stream().map(Gist::read).flatMap(Optional::stream).toList();
  }

  @Override
  public String getKey(GenericKubernetesResource object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  @Override
  public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
    var told = new Gist<>(bare(object), object, gist);
    var before = all.put(key, told);
    if (TreeResource.isUnread(object)) {
      awaitAsker(told);
    } else {
      told.read();
    }
    return bare(before);
  }

  @Override
  public @Nullable GenericKubernetesResource remove(String key) {
    return bare(all.remove(key));
  }

  @Override
  public Stream<String> keySet() {
    return all.keySet().stream();
  }

  @Override
  public Stream<GenericKubernetesResource> values() {
    return all.values().stream().map(Gist::bare);
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public @Nullable GenericKubernetesResource get(String key) {
    return bare(all.get(key));
  }

  @Override
  public boolean isFullState() {
    return false;
  }

  private boolean isOfNow(Gist<G> told) {
    return all.get(getKey(told.bare())) == told;
  }

  private void awaitAsker(Gist<G> told) {
    while (!unread.offer(told)) {
      Optional.ofNullable(unread.poll()).filter(this::isOfNow).ifPresent(Gist::read);
    }
  }

  private static <G> @Nullable GenericKubernetesResource bare(@Nullable Gist<G> kept) {
    return Optional.ofNullable(kept).map(Gist::bare).orElse(null);
  }

  private static GenericKubernetesResource bare(GenericKubernetesResource object) {
    var metadata = object.getMetadata();
    var bare = new GenericKubernetesResource();
    bare.setApiVersion(object.getApiVersion());
    bare.setKind(object.getKind());
    bare.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(metadata.getNamespace())
            .withName(metadata.getName())
            .withUid(metadata.getUid())
            .withResourceVersion(metadata.getResourceVersion())
            .build());
    return bare;
  }
}
