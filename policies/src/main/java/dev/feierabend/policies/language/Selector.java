package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a policy covers: workloads in one of `pools` (none named: all of the tenant's) that carry
/// every one of `labels` and are called as one of `names` says (none named: whatever they are
/// called).
public record Selector(
    SortedSet<PoolId> pools, SortedMap<String, String> labels, SortedSet<NamePattern> names) {
  /// Whatever there is.
  public static final Selector ALL =
      new Selector(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());

  public Selector {
    pools = Collections.unmodifiableSortedSet(new TreeSet<>(pools));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  public boolean matches(Selectable one) {
    return (pools.isEmpty() || pools.contains(one.pool()))
        && one.labels().entrySet().containsAll(labels.entrySet())
        && (names.isEmpty() || names.stream().anyMatch(name -> name.matches(one.name())));
  }
}
