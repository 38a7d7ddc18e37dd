package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a policy covers: workloads in one of `pools` (none named: all of the tenant's) that carry
/// every one of `labels`.
public record Selector(SortedSet<PoolId> pools, SortedMap<String, String> labels) {
  public Selector {
    pools = Collections.unmodifiableSortedSet(new TreeSet<>(pools));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public boolean matches(PoolId pool, Map<String, String> labels) {
    return (pools.isEmpty() || pools.contains(pool))
        && labels.entrySet().containsAll(this.labels.entrySet());
  }
}
