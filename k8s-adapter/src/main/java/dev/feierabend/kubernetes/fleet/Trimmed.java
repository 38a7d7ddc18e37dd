package dev.feierabend.kubernetes.fleet;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps what `trim` leaves of each object that is watched: of most, a cluster's pods first of all,
/// only a small part is ever asked for.
final class Trimmed<T extends HasMetadata> implements ItemStore<T> {
  private final Map<String, T> all = new ConcurrentHashMap<>();
  private final UnaryOperator<T> trim;

  /// @param trim leaves at least name, namespace, uid and version
  Trimmed(UnaryOperator<T> trim) {
    this.trim = trim;
  }

  @Override
  public String getKey(T object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  @Override
  public @Nullable T put(String key, T object) {
    return all.put(key, trim.apply(object));
  }

  @Override
  public @Nullable T remove(String key) {
    return all.remove(key);
  }

  @Override
  public Stream<String> keySet() {
    return all.keySet().stream();
  }

  @Override
  public Stream<T> values() {
    return all.values().stream();
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public @Nullable T get(String key) {
    return all.get(key);
  }

  @Override
  public boolean isFullState() {
    return false;
  }
}
