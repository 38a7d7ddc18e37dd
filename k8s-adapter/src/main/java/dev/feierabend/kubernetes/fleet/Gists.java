package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps of each object that is watched what is asked of it, its name and its version, and forgets
/// the rest.
final class Gists<G> implements ItemStore<GenericKubernetesResource> {
  private record Kept<G>(GenericKubernetesResource bare, G gist) {}

  private final Map<String, Kept<G>> all = new ConcurrentHashMap<>();
  private final Function<GenericKubernetesResource, G> gist;

  Gists(Function<GenericKubernetesResource, G> gist) {
    this.gist = gist;
  }

  /// @param key `namespace/name`
  Optional<G> of(String key) {
    return Optional.ofNullable(all.get(key)).map(Kept::gist);
  }

  List<G> list() {
    return all.values().stream().map(Kept::gist).toList();
  }

  @Override
  public String getKey(GenericKubernetesResource object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  @Override
  public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
    return bare(all.put(key, new Kept<>(bare(object), gist.apply(object))));
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
    return all.values().stream().map(Kept::bare);
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

  private static <G> @Nullable GenericKubernetesResource bare(@Nullable Kept<G> kept) {
    return Optional.ofNullable(kept).map(Kept::bare).orElse(null);
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
