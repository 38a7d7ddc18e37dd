package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Protections;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.Resources;
import java.util.Optional;

/// Hosts as an inventory and their controllers show them.
record HostViews(Centre centre, Inventory inventory) {

  /// @param told what its controller says, where one is asked
  FleetPort.Host of(Host host, Optional<Power> told) {
    Optional<Inventory.Host> seen = inventory.host(host.id());
    Power power = power(told, seen);
    boolean ready = power == Power.ON && seen.filter(Inventory.Host::connected).isPresent();
    return new FleetPort.Host(
        host.id(),
        host.name(),
        host.pool(),
        capacity(host, seen),
        Energy.of(host.electricity()),
        power,
        ready,
        seen.filter(Inventory.Host::maintenance).isPresent()
            || centre.cordons().isClosed(host.id()),
        Protections.by(host),
        power != Power.OFF && seen.map(Inventory.Host::occupied).orElse(true),
        inventory.at());
  }

  /// A host that is off for its controller and serves for the hypervisor is one or the other:
  /// nobody knows.
  private static Power power(Optional<Power> told, Optional<Inventory.Host> seen) {
    if (told.isEmpty()) {
      return seen.map(Inventory.Host::power).orElse(Power.UNKNOWN);
    }
    boolean serves = seen.filter(it -> it.connected() && it.power() == Power.ON).isPresent();
    return told.get() == Power.OFF && serves ? Power.UNKNOWN : told.get();
  }

  /// What the document says, or what is there where that is less, and of it what guests that the
  /// document doesn't name leave.
  private Resources capacity(Host host, Optional<Inventory.Host> seen) {
    Resources there =
        seen.map(it -> Sizes.least(host.capacity(), it.capacity())).orElse(host.capacity());
    return Sizes.left(there, inventory, host.id(), centre.guests().keySet());
  }
}
