package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The loads of several clusters; who can't be asked gives none.
public record ClustersLoad(List<ClusterPorts> clusters) implements LoadSource {
  public ClustersLoad {
    clusters = List.copyOf(clusters);
  }

  @Override
  public List<PoolLoad> between(Instant from, Instant to) {
    return clusters.stream()
        .flatMap(cluster ->
            cluster.load().between(from, to).stream().map(load -> renamed(cluster, load)))
        .toList();
  }

  /// As far back as all of them know, for what one doesn't know would be recorded as missing.
  @Override
  public Duration reach() {
    return clusters.stream()
        .map(cluster -> cluster.load().reach())
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static PoolLoad renamed(ClusterPorts cluster, PoolLoad load) {
    return new PoolLoad(
        load.pool(),
        load.members(),
        load.samples().stream().map(cluster.names()::outside).toList());
  }
}
