package dev.feierabend.sandbox.centre;

import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Restore;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Protections;
import java.time.Instant;
import java.util.Optional;

/// What the fleet port shows of machines and guests.
final class Views {
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
