package dev.feierabend.hypervisor.centre;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An inventory of thousands, found by id.
///
/// @param running the guests on each host that run, or may
record Index(
    Inventory inventory,
    Map<MachineId, Inventory.Host> hosts,
    Map<MachineId, Inventory.Guest> guests,
    Map<MachineId, List<Inventory.Guest>> running) {
  Index {
    hosts = Map.copyOf(hosts);
    guests = Map.copyOf(guests);
    running = Map.copyOf(running);
  }

  static Index of(Inventory inventory) {
    return new Index(
        inventory,
        inventory.hosts().stream().collect(toMap(Inventory.Host::id, identity())),
        inventory.guests().stream().collect(toMap(Inventory.Guest::id, identity())),
        inventory.guests().stream()
            .filter(guest -> guest.power() != Power.OFF && guest.on().isPresent())
            .collect(groupingBy(guest -> guest.on().orElseThrow())));
  }

  Optional<Inventory.Host> host(MachineId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  Optional<Inventory.Guest> guest(MachineId id) {
    return Optional.ofNullable(guests.get(id));
  }

  List<Inventory.Guest> on(MachineId host) {
    return running.getOrDefault(host, List.of());
  }
}
