package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The power of a cluster's nodes that are guests of a hypervisor: off is the shutdown of the
/// guest's operating system, and never more than that.
public final class NodePower implements PowerController {
  /// All nodes are asked for at once, and one look shows them all.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Centre centre;
  private final Rooms rooms;
  private final CentreGuests guests;
  private final Patience patience;

  private record Glance(Sight sight, Instant at) {}

  private Optional<Glance> last = Optional.empty();

  NodePower(Centre centre, Rooms rooms, CentreGuests guests, Patience patience) {
    this.centre = centre;
    this.rooms = rooms;
    this.guests = guests;
    this.patience = Patience.of(patience.deadline());
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    return centre.listing().nodes().contains(machine)
        ? new PowerOffer.Known(
            EnumSet.of(PowerCapability.STATE, PowerCapability.ON, PowerCapability.SOFT_OFF))
        : PowerOffer.NOTHING;
  }

  /// Of a node, as it was seen a moment ago: all of them are asked for at once.
  @Override
  public Power state(MachineId machine) {
    return switch (glance()) {
      case Sight.Seen(var inventory) ->
          inventory
              .guest(machine)
              .filter(it -> centre.listing().nodes().contains(it.id()))
              .map(Inventory.Guest::power)
              .orElse(Power.UNKNOWN);
      case Sight.Unseen _ -> Power.UNKNOWN;
    };
  }

  private synchronized Sight glance() {
    Instant now = centre.clock().instant();
    Glance glance = last.filter(it -> now.isBefore(it.at().plus(FRESH))).orElseGet(this::look);
    last = Optional.of(glance);
    return glance.sight();
  }

  /// A look may take long; it is as fresh as its end, lest each who waits for it looks again.
  private Glance look() {
    Sight sight = centre.hypervisor().look();
    return new Glance(sight, centre.clock().instant());
  }

  /// Where there is most room, as any guest; one that can't be moved where it lies.
  @Override
  public Answer on(MachineId machine) {
    return node(machine, id -> centre.seen(inventory -> on(inventory, id)));
  }

  private Answer on(Inventory inventory, MachineId id) {
    Optional<Inventory.Guest> guest = inventory.guest(id).filter(it -> it.power() != Power.ON);
    Optional<MachineId> place =
        guest.flatMap(it -> place(inventory, it)).filter(host -> takes(inventory, host));
    return guest.isPresent() && place.isEmpty()
        ? new Answer.NotYet(
            "No host is in service now that %s could run on".formatted(guest.get().name()))
        : guests.start(inventory, id, place);
  }

  /// Its operating system is asked to shut down; it is never switched off under it.
  @Override
  public Answer softOff(MachineId machine) {
    return node(machine, id -> centre.hypervisor().shutDown(id, patience));
  }

  private Answer node(MachineId machine, Function<MachineId, Answer> effect) {
    return centre.listing().nodes().contains(machine)
        ? effect.apply(machine)
        : new Answer.Refused(
            "Expected a node that is a guest of %s but found %s".formatted(centre.name(), machine));
  }

  private Optional<MachineId> place(Inventory inventory, Inventory.Guest guest) {
    return guest.pinned().isPresent()
        ? guest.on()
        : rooms.roomiest(inventory, neighbours(inventory, guest));
  }

  private boolean takes(Inventory inventory, MachineId host) {
    return inventory.host(host).filter(centre::takesGuests).isPresent();
  }

  /// Who can reach the same disks, itself among them, and takes guests.
  private List<MachineId> neighbours(Inventory inventory, Inventory.Guest guest) {
    Optional<String> cluster = guest.on().flatMap(inventory::host).flatMap(Inventory.Host::cluster);
    return inventory.hosts().stream()
        .filter(host -> cluster.isPresent() && host.cluster().equals(cluster))
        .filter(centre::takesGuests)
        .map(Inventory.Host::id)
        .toList();
  }
}
