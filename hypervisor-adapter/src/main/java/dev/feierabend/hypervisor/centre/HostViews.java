package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Habit;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Protections;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Reason.Protection;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.Resources;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Hosts as an inventory and their controllers show them.
record HostViews(Centre centre, Index index) {
  private static final Set<Habit> OWN_WILL = EnumSet.of(Habit.MOVES_GUESTS, Habit.SWITCHES_HOSTS);

  /// @param told what its controller says, where one is asked
  FleetPort.Host of(Host host, Optional<Power> told) {
    Optional<Inventory.Host> seen = index.host(host.id());
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
        Protections.by(host).or(() -> seen.flatMap(this::protection)),
        power != Power.OFF && seen.map(Inventory.Host::occupied).orElse(true),
        index.inventory().at());
  }

  /// Two who decide about the same undo each other's work, and nobody moves a guest that isn't a
  /// customer's.
  private Optional<Protection> protection(Inventory.Host host) {
    Optional<Protection> willed =
        index.inventory().clusters().stream()
            .filter(cluster -> host.cluster().filter(cluster.name()::equals).isPresent())
            .filter(cluster -> !Collections.disjoint(cluster.habits(), OWN_WILL))
            .<Protection>map(cluster -> new Reason.SelfWilled(cluster.name()))
            .findFirst();
    return willed.or(() ->
        index.on(host.id()).stream()
            .filter(guest -> !centre.guests().containsKey(guest.id()))
            .<Protection>map(guest -> new Reason.Unlisted(guest.name()))
            .findFirst());
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
    return Sizes.left(there, index.on(host.id()), centre.guests().keySet());
  }
}
