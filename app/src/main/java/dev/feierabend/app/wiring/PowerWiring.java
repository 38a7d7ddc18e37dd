package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.redfish.RedfishPowerController;
import dev.feierabend.hypervisor.redfish.RedfishSystem;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the power controller of each host in the fleet document. Hosts of kinds that `others`
/// doesn't know, and hosts without one, can't be switched.
final class PowerWiring {
  private final Fleet fleet;
  private final Credentials credentials;
  private final InstantSource clock;
  private final Map<String, Controller> controllers;

  PowerWiring(Fleet fleet, Credentials credentials, InstantSource clock) {
    this.fleet = fleet;
    this.credentials = credentials;
    this.clock = clock;
    this.controllers =
        fleet.controllers().stream()
            .collect(Collectors.toMap(Controller::name, Function.identity()));
  }

  /// @param others controllers of kinds other than `redfish`
  PowerController with(Map<String, PowerController> others) {
    PowerController redfish =
        new RedfishPowerController(systems(), RedfishClient.standard(), clock);
    var routes = new HashMap<MachineId, PowerController>();
    for (Host host : fleet.hosts()) {
      PowerController controller = kind(host).equals("redfish") ? redfish : others.get(kind(host));
      if (controller != null) {
        routes.put(host.id(), controller);
      }
    }
    return new RoutedPower(routes);
  }

  private Map<MachineId, RedfishSystem> systems() {
    var systems = new HashMap<MachineId, RedfishSystem>();
    for (Host host : fleet.hosts()) {
      host.control()
          .filter(_ -> kind(host).equals("redfish"))
          .ifPresent(control -> systems.put(host.id(), system(control)));
    }
    return systems;
  }

  private RedfishSystem system(Control control) {
    Controller controller = controllers.get(control.controller());
    if (controller == null) {
      throw new IllegalStateException("The parser lets no unknown controller through: " + control);
    }
    return new RedfishSystem(
        controller.url().orElseThrow(),
        control.system(),
        controller.credentials().map(credentials::named));
  }

  private String kind(Host host) {
    return host.control()
        .map(Control::controller)
        .map(controllers::get)
        .map(Controller::kind)
        .orElse("");
  }
}
