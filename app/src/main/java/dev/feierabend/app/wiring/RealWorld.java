package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.ReadinessPort;
import dev.feierabend.kubernetes.clusters.ClusterPorts;
import dev.feierabend.kubernetes.clusters.ClustersEffects;
import dev.feierabend.kubernetes.clusters.ClustersFleet;
import dev.feierabend.kubernetes.clusters.ClustersLoad;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.readiness.Probes;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The places that the fleet document names, as one fleet: Kubernetes clusters, and hypervisors.
final class RealWorld {
  private final KubernetesWorld kubernetes;
  private final HypervisorWorld hypervisors;
  private final ReadinessPort probes;
  private final InstantSource clock;

  RealWorld(Worlds worlds) {
    clock = worlds.clock();
    kubernetes = new KubernetesWorld(worlds.properties(), worlds.evenings(), clock);
    hypervisors = new HypervisorWorld(worlds.properties(), worlds.tookAway(), clock);
    probes = Probes.standard(clock).only(worlds.allowed());
  }

  Ports of(Fleet fleet) {
    HypervisorWorld.Reached beneath = hypervisors.all(fleet);
    List<ClusterPorts> places =
        Stream.concat(
                kubernetes.clusters(fleet, beneath.nodes()).stream(), beneath.places().stream())
            .toList();
    boolean alone = fleet.clusters().isEmpty() && fleet.hypervisors().isEmpty();
    return alone ? alone(places.getFirst()) : together(places);
  }

  private Ports alone(ClusterPorts cluster) {
    var effects = cluster.effects();
    return new Ports(
        cluster.seen(),
        new Effects(
            effects.workloads(), effects.hosts(), effects.power(), probes, effects.abreast()),
        cluster.load(),
        kubernetes.foresight(hypervisors),
        this::close);
  }

  private Ports together(List<ClusterPorts> places) {
    var effects = new ClustersEffects(places);
    return new Ports(
        new ClustersFleet(places, clock),
        new Effects(effects, effects, effects, probes, effects),
        new ClustersLoad(places),
        kubernetes.foresight(hypervisors),
        this::close);
  }

  private void close() {
    hypervisors.close();
    kubernetes.close();
  }
}
