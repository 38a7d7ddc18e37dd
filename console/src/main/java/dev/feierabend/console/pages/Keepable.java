package dev.feierabend.console.pages;

import java.time.Instant;
import java.util.List;

/// A customer whose capacity the reader may keep awake, and how late that may end as agreed: all of
/// it, and each pool by itself.
public record Keepable(String tenant, Instant from, Instant latest, List<OfPool> pools) {
  public Keepable {
    pools = List.copyOf(pools);
  }

  public record OfPool(String pool, Instant latest) {}

  /// The latest end that any choice of pools allows.
  public Instant last() {
    return pools.stream().map(OfPool::latest).max(Instant::compareTo).orElse(latest);
  }
}
