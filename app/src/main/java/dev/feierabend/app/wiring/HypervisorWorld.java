package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.ReadinessPort;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.hypervisor.centre.Centre;
import dev.feierabend.hypervisor.centre.CentreEffects;
import dev.feierabend.hypervisor.centre.CentreFleet;
import dev.feierabend.hypervisor.centre.CentreLoad;
import dev.feierabend.hypervisor.centre.Cordons;
import dev.feierabend.hypervisor.centre.Listing;
import dev.feierabend.hypervisor.centre.Nodes;
import dev.feierabend.kubernetes.client.Requests;
import dev.feierabend.kubernetes.clusters.ClusterPorts;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The hypervisors that the fleet document names, each a place of its own.
final class HypervisorWorld implements Conflicts, AutoCloseable {
  private final Patience patience;
  private final int atOnce;
  private final Hypervisors hypervisors;
  private final Credentials credentials;
  private final Switchgear gear;
  private final Predicate<MachineId> tookAway;
  private final InstantSource clock;
  private final List<CentreFleet> centres = new ArrayList<>();
  private final List<Runnable> closing = new ArrayList<>();

  HypervisorWorld(
      ServiceProperties properties, Predicate<MachineId> tookAway, InstantSource clock) {
    this.tookAway = tookAway;
    this.clock = clock;
    patience = Patience.of(properties.power().shutdown());
    atOnce = properties.atOnce().requests();
    credentials = new Credentials(Optional.ofNullable(properties.credentials()));
    gear = properties.power().switchgear();
    hypervisors = Hypervisors.of(properties, clock);
  }

  /// @param places all hypervisors
  /// @param nodes the power of clusters' nodes that are guests of one
  record Reached(List<ClusterPorts> places, Map<MachineId, PowerController> nodes) {}

  Reached all(Fleet fleet) {
    var nodes = new HashMap<MachineId, PowerController>();
    List<ClusterPorts> places =
        fleet.hypervisors().stream().map(hypervisor -> place(hypervisor, fleet, nodes)).toList();
    return new Reached(places, nodes);
  }

  private ClusterPorts place(
      Controller controller, Fleet fleet, Map<MachineId, PowerController> nodes) {
    Fleet part = fleet.in(Optional.of(controller.name()));
    Nodes guests = Nodes.of(fleet, controller.name());
    Hypervisors.Reached reached = hypervisors.of(controller, part);
    closing.add(reached.closing());
    var power =
        new PowerWiring(part, credentials, gear, clock).with(own(controller, reached.power()));
    closing.add(power::close);
    var centre =
        new Centre(
            controller.name(),
            part,
            reached.hypervisor(),
            power,
            new Cordons(tookAway),
            Listing.of(part, guests),
            clock);
    var seen = new CentreFleet(centre);
    centres.add(seen);
    var effects = CentreEffects.of(centre, patience);
    guests.told().forEach(node -> nodes.put(node.id(), effects.nodes()));
    return new ClusterPorts(
        Optional.of(controller.name()),
        part,
        seen,
        seen::blind,
        effects(centre, effects),
        new CentreLoad(centre, seen::observe));
  }

  private static Map<String, PowerController> own(
      Controller controller, Optional<PowerController> power) {
    return power.map(it -> Map.of(controller.kind(), it)).orElseGet(Map::of);
  }

  /// No readiness is tested here: that asks the guests, and not the hypervisor.
  private Effects effects(Centre centre, CentreEffects done) {
    var shared = new Requests(atOnce);
    var effects = new ImpatientCentre(centre.name(), done, Requests.machines());
    return new Effects(effects, effects, effects, ReadinessPort.NONE, shared);
  }

  @Override
  public List<Standing> standing() {
    return centres.stream().flatMap(centre -> centre.standing().stream()).toList();
  }

  @Override
  public void close() {
    closing.reversed().forEach(Runnable::run);
  }
}
