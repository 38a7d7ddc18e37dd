package dev.feierabend.core.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.caching.WeakReferenceCache;
import org.jspecify.annotations.Nullable;

/// Keeps the aggregates that were used last, so that a long one isn't read again for each command.
/// An aggregate that refused its first command has no id, and isn't kept.
final class AggregateCache extends WeakReferenceCache {
  private static final int KEPT = 4_096;

  private final Map<Object, Object> held =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
              return size() > KEPT;
            }
          });

  @Override
  public void put(@Nullable Object id, Object aggregate) {
    if (id != null) {
      held.put(id, aggregate);
      super.put(id, aggregate);
    }
  }

  @Override
  public boolean remove(@Nullable Object id) {
    if (id == null) {
      return false;
    }
    held.remove(id);
    return super.remove(id);
  }
}
