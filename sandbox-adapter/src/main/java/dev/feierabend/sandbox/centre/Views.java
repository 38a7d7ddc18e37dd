package dev.feierabend.sandbox.centre;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Protections;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the fleet port shows of machines and guests.
final class Views {
  private static final String CLUSTER = "sandbox";

  private Views() {}

  /// @param occupied whether a guest is on it
  static Host host(Machine machine, boolean occupied, Instant at) {
    var host = machine.host;
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        Energy.of(host.electricity()),
        machine.power(),
        machine.up(),
        machine.cordoned,
        Protections.by(host),
        occupied,
        at);
  }

  /// All of it, as its hypervisor shows it: one cluster.
  static Inventory inventory(DataCentre centre) {
    Instant at = centre.now();
    return new Inventory(
        at,
        List.of(new Inventory.Cluster(CLUSTER, Set.of())),
        centre.machines().stream().map(machine -> managed(machine, centre)).toList(),
        centre.guests().stream().map(Views::managed).toList(),
        new TreeSet<>());
  }

  private static Inventory.Host managed(Machine machine, DataCentre centre) {
    MachineId id = machine.host.id();
    return new Inventory.Host(
        id,
        machine.host.name(),
        Optional.of(CLUSTER),
        machine.host.capacity(),
        machine.power(),
        machine.up(),
        machine.cordoned,
        centre.guests().stream().anyMatch(guest -> guest.occupies(id)));
  }

  private static Inventory.Guest managed(VirtualMachine machine) {
    return new Inventory.Guest(
        machine.guest.id(),
        machine.guest.name(),
        Optional.of(machine.home()),
        machine.guest.size(),
        machine.phase() == VirtualMachine.Phase.DOWN ? Power.OFF : Power.ON,
        machine.guest.movable() ? Optional.empty() : Optional.of("it is tied to its host"));
  }

  static Workload workload(VirtualMachine machine, Instant at) {
    boolean wanted = machine.wanted();
    return new Workload(
        machine.id,
        machine.guest.name(),
        machine.guest.pool(),
        machine.tenant,
        machine.guest.size(),
        wanted ? 1 : 0,
        machine.serves() ? 1 : 0,
        machine.seenOn(),
        machine.mobility(),
        machine.guest.labels(),
        wanted ? Optional.empty() : Optional.of(new Restore(1, 0)),
        at);
  }
}
