package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a host has the memory for one guest more, at the moment at which it is sent there. Who
/// is on the way counts where it is and where it is going, so that several hosts which are emptied
/// at a time don't fill one together.
final class Rooms {
  /// Who isn't there by then isn't coming.
  private static final Duration ON_THE_WAY = Duration.ofMinutes(30);

  private record Booked(MachineId host, long memoryMiB, Instant until) {}

  private final Map<MachineId, Booked> booked = new HashMap<>();

  /// Books the room, if there is any.
  synchronized boolean book(
      Inventory inventory, MachineId guest, long memoryMiB, MachineId to, Instant at) {
    settle(inventory, at);
    booked.remove(guest);
    Optional<Inventory.Host> host = inventory.host(to);
    boolean fits = host.filter(it -> free(inventory, it) >= memoryMiB).isPresent();
    if (fits) {
      booked.put(guest, new Booked(to, memoryMiB, at.plus(ON_THE_WAY)));
    }
    return fits;
  }

  /// The one with most memory free, of `hosts`.
  synchronized Optional<MachineId> roomiest(Inventory inventory, List<MachineId> hosts) {
    return hosts.stream()
        .flatMap(host -> inventory.host(host).stream())
        .max(Comparator.comparingLong(host -> free(inventory, host)))
        .map(Inventory.Host::id);
  }

  /// It isn't going there after all.
  synchronized void cancel(MachineId guest) {
    booked.remove(guest);
  }

  private void settle(Inventory inventory, Instant at) {
    booked
        .entrySet()
        .removeIf(entry ->
            !at.isBefore(entry.getValue().until())
                || inventory
                    .guest(entry.getKey())
                    .filter(it -> it.power() == Power.ON)
                    .flatMap(Inventory.Guest::on)
                    .filter(entry.getValue().host()::equals)
                    .isPresent());
  }

  private long free(Inventory inventory, Inventory.Host host) {
    long running = Sizes.running(inventory, host.id()).mapToLong(it -> it.size().memoryMiB()).sum();
    long coming =
        booked.values().stream()
            .filter(it -> it.host().equals(host.id()))
            .mapToLong(Booked::memoryMiB)
            .sum();
    return host.capacity().memoryMiB() - running - coming;
  }
}
