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

  /// A hypervisor switches only what it shows, and libvirt nothing.
  void checkHypervisor(Fields fields, Optional<String> place) {
    controller
        .found()
        .flatMap(it -> it)
        .filter(name -> Controller.isHypervisor(kind(name)))
        .filter(name -> kind(name).equals(Controller.LIBVIRT) || !place.equals(Optional.of(name)))
        .ifPresent(name ->
            fields.complain(
                controller.at(),
                kind(name).equals(Controller.LIBVIRT)
                    ? "a controller that switches hosts, as libvirt doesn't"
                    : "a pool that is in the hypervisor which switches its hosts",
                "\"%s\"".formatted(name)));
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
