package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.nodes.NodeNames;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import java.util.Optional;

/// Which nodes the fleet's hosts are, as far as the cluster has been seen.
public final class FleetNodes implements NodeNames {
  private final Fleet fleet;
  private final ClusterWatch watch;

  public FleetNodes(Fleet fleet, ClusterWatch watch) {
    this.fleet = fleet;
    this.watch = watch;
  }

  @Override
  public Optional<String> of(MachineId machine) {
    return fleet.hosts().stream()
        .filter(host -> host.id().equals(machine))
        .findFirst()
        .flatMap(this::node);
  }

  /// A name from the document needs no sight of the cluster.
  private Optional<String> node(Host host) {
    if (host.node().isPresent()) {
      return host.node();
    }
    Cluster cluster = watch.look();
    if (cluster.unseen()) {
      throw new Outage(
          "Expected to know which node %s is, but the cluster has not been seen yet"
              .formatted(host.name()));
    }
    return new ClusterView(fleet, cluster)
        .members()
        .node(host.id())
        .map(node -> node.getMetadata().getName());
  }
}
