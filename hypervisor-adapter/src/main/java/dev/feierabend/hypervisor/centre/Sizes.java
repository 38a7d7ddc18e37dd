package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.util.Set;
import java.util.stream.Stream;

/// What guests need and hosts have. Pure.
final class Sizes {
  private Sizes() {}

  /// Cores as the document says, for virtual ones are shared; memory never less than the machine
  /// really has.
  static Resources of(Guest written, Inventory.Guest seen) {
    return new Resources(
        written.size().cores(), Math.max(written.size().memoryMiB(), seen.size().memoryMiB()));
  }

  /// What of a host is there for the guests that the document names: the rest is taken by others.
  static Resources left(
      Resources capacity, Inventory inventory, MachineId host, Set<MachineId> own) {
    Resources taken =
        running(inventory, host)
            .filter(guest -> !own.contains(guest.id()))
            .map(Inventory.Guest::size)
            .reduce(new Resources(0, 0), Sizes::sum);
    return new Resources(
        Math.max(0, capacity.cores() - taken.cores()),
        Math.max(0, capacity.memoryMiB() - taken.memoryMiB()));
  }

  static Stream<Inventory.Guest> running(Inventory inventory, MachineId host) {
    return inventory.guests().stream()
        .filter(guest -> guest.power() != Power.OFF && guest.on().filter(host::equals).isPresent());
  }

  static Resources least(Resources one, Resources other) {
    return new Resources(
        Math.min(one.cores(), other.cores()), Math.min(one.memoryMiB(), other.memoryMiB()));
  }

  private static Resources sum(Resources one, Resources other) {
    return new Resources(one.cores() + other.cores(), one.memoryMiB() + other.memoryMiB());
  }
}
