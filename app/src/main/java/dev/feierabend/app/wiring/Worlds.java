package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.metrics.MetricsLoad;
import dev.feierabend.kubernetes.nodes.EmptyNodesOnly;
import dev.feierabend.kubernetes.nodes.KubernetesHosts;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.KubernetesWorkloads;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.readiness.Probes;
import dev.feierabend.sandbox.centre.DataCentre;
import dev.feierabend.sandbox.centre.Faults;
import dev.feierabend.sandbox.centre.Hypervisor;
import dev.feierabend.sandbox.centre.Luck;
import dev.feierabend.sandbox.centre.PowerSwitch;
import dev.feierabend.sandbox.centre.Services;
import dev.feierabend.sandbox.load.GeneratedLoad;
import dev.feierabend.sandbox.load.SandboxLoad;
import dev.feierabend.sandbox.town.ThreeTowns;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Which world a fleet document describes: a sandbox where a controller is of that kind, else a
/// Kubernetes cluster.
///
/// @param allowed whom readiness tests may reach, in either
record Worlds(ServiceProperties properties, AllowedHosts allowed, InstantSource clock) {
  Ports of(Fleet fleet) {
    boolean sandbox =
        fleet.controllers().stream().anyMatch(controller -> controller.kind().equals("sandbox"));
    return sandbox ? sandbox(fleet) : kubernetes(fleet);
  }

  private Ports sandbox(Fleet fleet) {
    var luck = new Luck(1);
    var load = new GeneratedLoad(luck, ThreeTowns.ZONE, ThreeTowns.HOLIDAYS);
    var centre = new DataCentre(fleet, load, clock);
    var hypervisor = new Hypervisor(centre, Faults.NONE, luck);
    var power = new PowerSwitch(centre, Faults.NONE, luck);
    var services = new Services(centre, Faults.NONE).only(allowed);
    return new Ports(
        centre,
        new Effects(hypervisor, hypervisor, power, services),
        new SandboxLoad(fleet, centre, load),
        () -> {});
  }

  private Ports kubernetes(Fleet fleet) {
    Recipes recipes = RecipeSettings.read(properties.recipes(), properties.withoutRecipes());
    var client =
        KubernetesClients.of(
            Optional.ofNullable(properties.kubeconfig()), "feierabend/" + Release.version());
    var watch = ClusterWatch.start(client, recipes, clock);
    var nodes = new FleetNodes(fleet, watch);
    var power =
        new PowerWiring(
                fleet, new Credentials(Optional.ofNullable(properties.credentials())), clock)
            .with(Map.of("node-annotation", new NodeAnnotationPower(client, nodes)));
    var seen =
        new KubernetesFleet(fleet, watch, power, OwnPlace.of(properties, System.getenv()), clock);
    return new Ports(
        seen,
        new Effects(
            new KubernetesWorkloads(client, recipes),
            new KubernetesHosts(client, nodes, clock),
            new EmptyNodesOnly(client, nodes, power),
            Probes.standard(clock).only(allowed)),
        new MetricsLoad(client, seen::metered),
        () -> {
          watch.close();
          client.close();
        });
  }
}
