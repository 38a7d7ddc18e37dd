package dev.feierabend.kubernetes.fleet;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// Keeps equal values a single time, for as long as anybody holds one: a cluster's pods say the
/// same again and again. Whoever gets one must not change it.
final class Once<T> {
  private final Map<T, WeakReference<T>> all = new WeakHashMap<>();

  /// `value`, or one that is equal to it and was here before.
  synchronized T of(T value) {
    return Optional.ofNullable(all.get(value))
        .flatMap(known -> Optional.ofNullable(known.get()))
        .orElseGet(() -> {
          all.put(value, new WeakReference<>(value));
          return value;
        });
  }
}
