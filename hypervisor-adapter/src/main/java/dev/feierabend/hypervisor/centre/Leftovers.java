package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Guests that are off and lie on a host that is about to go. While it sleeps, or should it not
/// come back, they couldn't be started anywhere: so they are laid on one that stays. Who can't be
/// comes back with the host.
final class Leftovers {
  private static final int AT_ONCE = 4;

  private final Centre centre;
  private final Set<MachineId> staying = ConcurrentHashMap.newKeySet();

  Leftovers(Centre centre) {
    this.centre = centre;
  }

  /// Goes on laying them elsewhere; true once all are gone that can go.
  boolean areGone(Inventory inventory, MachineId host) {
    List<Inventory.Guest> left =
        inventory.guests().stream()
            .filter(guest -> guest.power() == Power.OFF && guest.pinned().isEmpty())
            .filter(guest -> guest.on().filter(host::equals).isPresent())
            .filter(guest -> mayMove(guest.id()) && !staying.contains(guest.id()))
            .toList();
    Optional<MachineId> other = other(inventory, host);
    if (left.isEmpty() || other.isEmpty()) {
      return true;
    }
    left.stream().limit(AT_ONCE).forEach(guest -> lay(guest.id(), other.get()));
    return false;
  }

  private boolean mayMove(MachineId guest) {
    return Optional.ofNullable(centre.guests().get(guest)).filter(Guest::movable).isPresent();
  }

  private void lay(MachineId guest, MachineId to) {
    if (centre.hypervisor().migrate(guest, to) instanceof Answer.Refused) {
      staying.add(guest);
    }
  }

  /// One that stays, and can reach the same disks.
  private Optional<MachineId> other(Inventory inventory, MachineId host) {
    Optional<String> cluster = inventory.host(host).flatMap(Inventory.Host::cluster);
    return inventory.hosts().stream()
        .filter(it -> !it.id().equals(host) && centre.takesGuests(it))
        .filter(it -> cluster.isPresent() && it.cluster().equals(cluster))
        .map(Inventory.Host::id)
        .findFirst();
  }
}
