package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who switches a host. Left out, the system's id is the machine's own; where a controller knows
/// machines by addresses, it must be one.
record ControlReading(
    Read<Optional<String>> controller, Read<Optional<String>> system, Map<String, String> kinds) {

  static ControlReading of(Fields fields, FleetRegisters ids) {
    if (fields.has("system") && !fields.has("controller")) {
      fields.complain(fields.at(), "a \"controller\" beside \"system\"", "no \"controller\"");
    }
    var reading =
        new ControlReading(
            fields.optional("controller", ids.controllers().reference()),
            fields.optional("system", FleetWords.SYSTEM),
            ids.kinds());
    reading.checkAddress(fields);
    return reading;
  }

  private void checkAddress(Fields fields) {
    switch (controller.found().flatMap(it -> it).map(this::kind).orElse("")) {
      case Controller.IPMI -> expect(fields, FleetWords.BOARD, FleetWords.BOARD_SPELLING);
      case Controller.WAKE_ON_LAN -> expect(fields, FleetWords.CARD, FleetWords.CARD_SPELLING);
      default -> {}
    }
  }

  /// A hypervisor switches hosts that are in it, and its guests: of those, the ones that are nodes
  /// of a cluster.
  void checkHypervisor(Fields fields, FleetRegisters ids, Where where) {
    controller
        .found()
        .flatMap(it -> it)
        .filter(name -> Controller.isHypervisor(kind(name)))
        .ifPresent(name -> {
          boolean node = where.place().map(this::kind).filter(Controller::isHypervisor).isEmpty();
          if (node) {
            checkGuest(fields, ids, where.machine(), name);
          } else {
            checkHost(fields, where.place(), name);
          }
        });
  }

  /// @param place of its pool, a cluster's or a hypervisor's name; empty: the cluster at home
  record Where(MachineId machine, Optional<String> place) {}

  /// libvirt switches no host.
  private void checkHost(Fields fields, Optional<String> place, String name) {
    boolean libvirt = kind(name).equals(Controller.LIBVIRT);
    if (libvirt || !place.equals(Optional.of(name))) {
      fields.complain(
          controller.at(),
          libvirt
              ? "a controller that switches hosts, as libvirt doesn't"
              : "a pool that is in the hypervisor which switches its hosts",
          "\"%s\"".formatted(name));
    }
  }

  /// A guest is known by its UUID alone, and what it runs on has to be planned, too.
  private void checkGuest(Fields fields, FleetRegisters ids, MachineId machine, String name) {
    if (!ids.places().containsValue(name)) {
      fields.complain(
          controller.at(),
          "a hypervisor in which a pool is, with the hosts that this guest runs on",
          "\"%s\"".formatted(name));
    }
    system.ifSound(found ->
        found
            .filter(it -> !it.equalsIgnoreCase(machine.toString()))
            .ifPresent(it ->
                fields.complain(
                    system.at(),
                    "no \"system\", for a hypervisor knows its guest by the \"uuid\"",
                    "\"%s\"".formatted(it))));
  }

  private void expect(Fields fields, String expected, Pattern spelling) {
    system.ifSound(found -> {
      if (found.filter(it -> spelling.matcher(it).matches()).isEmpty()) {
        fields.complain(
            system.at(), expected, found.map("\"%s\""::formatted).orElse("no \"system\""));
      }
    });
  }

  private String kind(String name) {
    return kinds.getOrDefault(name, "");
  }

  Optional<Control> value(MachineId id) {
    return controller
        .value()
        .map(name -> new Control(name, kind(name), system.value().orElse(id.toString())));
  }
}
