package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.clusters.ClusterPorts;
import dev.feierabend.kubernetes.clusters.KubernetesEffects;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.fleet.Ourselves;
import dev.feierabend.kubernetes.metrics.MetricsLoad;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.preflight.Preflight;
import dev.feierabend.kubernetes.preflight.WakeableFleet;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.fleet.Cluster;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cluster that the service runs in, or that its kubeconfig names, and those that the fleet
/// document names beside it.
final class KubernetesWorld implements AutoCloseable {
  private final int atOnce;
  private final Ourselves home;
  private final Evenings evenings;
  private final InstantSource clock;
  private final Optional<Path> kubeconfig;
  private final Credentials credentials;
  private final Switchgear gear;
  private final Recipes recipes;
  private final boolean customResources;
  private final Optional<PrometheusSettings> prometheus;
  private final List<Outlook> outlooks = new ArrayList<>();
  private final List<Runnable> closing = new ArrayList<>();

  KubernetesWorld(ServiceProperties properties, Evenings evenings, InstantSource clock) {
    this.evenings = evenings;
    this.clock = clock;
    home = OwnPlace.of(properties, System.getenv());
    atOnce = properties.atOnce().requests();
    kubeconfig = Optional.ofNullable(properties.kubeconfig());
    credentials = new Credentials(Optional.ofNullable(properties.credentials()));
    gear = properties.power().switchgear();
    prometheus = Optional.ofNullable(properties.prometheus());
    recipes = RecipeSettings.read(properties.recipes(), properties.withoutRecipes());
    customResources = properties.customResources();
  }

  /// @param guests what switches nodes that are guests of hypervisors
  List<ClusterPorts> clusters(Fleet fleet, Map<MachineId, PowerController> guests) {
    var beneath = new RoutedPower(guests);
    var clusters = new ArrayList<ClusterPorts>();
    if (Worlds.isHome(fleet)) {
      clusters.add(cluster(Optional.empty(), fleet.in(Optional.empty()), kubeconfig, beneath));
    }
    for (Cluster cluster : fleet.clusters()) {
      Optional<String> name = Optional.of(cluster.name());
      Path file = credentials.file(cluster.credentials());
      clusters.add(cluster(name, fleet.in(name), Optional.of(file), beneath));
    }
    return List.copyOf(clusters);
  }

  /// What of those clusters would go wrong in the night.
  ///
  /// @param conflicts of the hypervisors beside them
  Foresight foresight(Conflicts conflicts) {
    return new Foresight(outlooks, conflicts);
  }

  private ClusterPorts cluster(
      Optional<String> name, Fleet part, Optional<Path> kubeconfig, RoutedPower guests) {
    var client = KubernetesClients.of(kubeconfig, "feierabend/" + Release.version());
    closing.add(client::close);
    var watch = ClusterWatch.start(client, recipes, clock);
    closing.add(watch::close);
    var nodes = new FleetNodes(part, watch);
    var power =
        new PowerWiring(part, credentials, gear, clock)
            .with(
                Map.of(
                    "node-annotation",
                    new NodeAnnotationPower(client, nodes),
                    Controller.VSPHERE,
                    guests,
                    Controller.PROXMOX,
                    guests,
                    Controller.LIBVIRT,
                    guests));
    closing.add(power::close);
    var seen =
        new KubernetesFleet(part, watch, power, name.isEmpty() ? home : Ourselves.ELSEWHERE, clock);
    var outlook = outlook(name, part, client, seen);
    outlooks.add(outlook);
    return new ClusterPorts(
        name,
        part,
        new WakeableFleet(seen, outlook::keptOn),
        seen::blind,
        new KubernetesEffects(client, recipes, watch, clock, atOnce).on(nodes, power),
        load(name, client, seen));
  }

  private Outlook outlook(
      Optional<String> cluster, Fleet part, KubernetesClient client, KubernetesFleet seen) {
    boolean documents = customResources && cluster.isEmpty();
    return new Outlook(
        Preflight.namespaces(part),
        () ->
            Preflight.look(
                client, recipes, documents, Optional.of(part), seen.observe().workloads()),
        evenings,
        clock);
  }

  /// A Prometheus tells namespaces of several clusters apart by nothing that could be relied on.
  private LoadSource load(Optional<String> cluster, KubernetesClient client, KubernetesFleet seen) {
    return prometheus
        .filter(_ -> cluster.isEmpty())
        .<LoadSource>map(settings -> settings.load(seen::metered, clock))
        .orElseGet(() -> new MetricsLoad(client, seen::metered));
  }

  @Override
  public void close() {
    closing.reversed().forEach(Runnable::run);
  }
}
