package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.hypervisor.ipmi.IpmiBoard;
import dev.feierabend.hypervisor.ipmi.IpmiPower;
import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.hypervisor.redfish.RedfishPower;
import dev.feierabend.hypervisor.redfish.RedfishSystem;
import dev.feierabend.hypervisor.wakeonlan.DatagramSender;
import dev.feierabend.hypervisor.wakeonlan.MacAddress;
import dev.feierabend.hypervisor.wakeonlan.Sleeper;
import dev.feierabend.hypervisor.wakeonlan.WakeOnLan;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the power controller of each host in the fleet document. Hosts of kinds that `others`
/// doesn't know, and hosts without one, can't be switched.
final class PowerWiring {
  private final Map<MachineId, Control> controls;
  private final Credentials credentials;
  private final Switchgear gear;
  private final InstantSource clock;
  private final Map<String, Controller> controllers;

  PowerWiring(Fleet fleet, Credentials credentials, Switchgear gear, InstantSource clock) {
    this(new Switched(fleet), credentials, gear, clock);
  }

  PowerWiring(Switched switched, Credentials credentials, Switchgear gear, InstantSource clock) {
    this.controls = switched.controls();
    this.credentials = credentials;
    this.gear = gear;
    this.clock = clock;
    this.controllers =
        switched.controllers().stream()
            .collect(Collectors.toMap(Controller::name, Function.identity()));
  }

  /// Who is switched, and by whom.
  record Switched(List<Controller> controllers, Map<MachineId, Control> controls) {
    Switched(Fleet fleet) {
      this(fleet.controllers(), controls(fleet));
    }

    private static Map<MachineId, Control> controls(Fleet fleet) {
      var controls = new HashMap<MachineId, Control>();
      for (Host host : fleet.hosts()) {
        host.control().ifPresent(control -> controls.put(host.id(), control));
      }
      return controls;
    }
  }

  /// @param others controllers of further kinds
  RoutedPower with(Map<String, PowerController> others) {
    var kinds = new HashMap<>(others);
    kinds.put(
        Controller.REDFISH,
        RedfishPower.of(
            each(Controller.REDFISH, this::system), gear.redfish(), gear.deadlines(), clock));
    kinds.put(
        Controller.IPMI,
        IpmiPower.of(each(Controller.IPMI, this::board), gear.ipmi(), gear.deadlines(), clock));
    kinds.put(Controller.WAKE_ON_LAN, new WakeOnLan(each(Controller.WAKE_ON_LAN, this::sleeper)));
    var routes = new HashMap<MachineId, PowerController>();
    controls.forEach((host, control) ->
        Optional.ofNullable(kinds.get(control.kind()))
            .ifPresent(controller -> routes.put(host, controller)));
    return new RoutedPower(routes);
  }

  /// Every host that a controller of a kind switches.
  private <T> Map<MachineId, T> each(String kind, Function<Control, T> made) {
    var all = new HashMap<MachineId, T>();
    controls.forEach((host, control) -> {
      if (control.kind().equals(kind)) {
        all.put(host, made.apply(control));
      }
    });
    return all;
  }

  private RedfishSystem system(Control control) {
    Controller controller = controller(control);
    return new RedfishSystem(
        controller.url().orElseThrow(),
        control.system(),
        controller.credentials().map(credentials::named));
  }

  private IpmiBoard board(Control control) {
    LoginSource login = credentials.named(controller(control).credentials().orElseThrow());
    return IpmiBoard.at(control.system(), login);
  }

  private Sleeper sleeper(Control control) {
    return new Sleeper(
        new MacAddress(control.system()),
        List.of(DatagramSender.to(controller(control).broadcast())));
  }

  private Controller controller(Control control) {
    Controller controller = controllers.get(control.controller());
    if (controller == null) {
      throw new IllegalStateException("The parser lets no unknown controller through: " + control);
    }
    return controller;
  }
}
