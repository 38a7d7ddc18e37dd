package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The loads of several clusters; who can't be asked gives none.
public record ClustersLoad(List<ClusterPorts> clusters) implements LoadSource {
  private static final Logger LOG = LoggerFactory.getLogger(ClustersLoad.class);

  public ClustersLoad {
    clusters = List.copyOf(clusters);
  }

  /// @throws Outage where none can be asked
  @Override
  public List<PoolLoad> between(Instant from, Instant to) {
    var loads = new ArrayList<PoolLoad>();
    var outages = new ArrayList<Outage>();
    for (ClusterPorts cluster : clusters) {
      try {
        cluster.load().between(from, to).forEach(load -> loads.add(renamed(cluster, load)));
      } catch (Outage outage) {
        LOG.warn(
            "Cluster {} tells no load: {}", cluster.name().orElse("at home"), outage.getMessage());
        outages.add(outage);
      }
    }
    if (outages.size() == clusters.size()) {
      throw outages.getFirst();
    }
    return List.copyOf(loads);
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
