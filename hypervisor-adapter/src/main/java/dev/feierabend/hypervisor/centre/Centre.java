package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// One hypervisor with what the fleet document says of it. A guest that the document doesn't name
/// is nobody's to touch here.
///
/// @param name of its controller in the document
/// @param part what of the fleet is there
/// @param power of its hosts, whoever switches them
public record Centre(
    String name,
    Fleet part,
    HypervisorPort hypervisor,
    PowerController power,
    Cordons cordons,
    InstantSource clock) {

  /// Whether the hypervisor itself switches the host: then what it shows of its power is all that
  /// there is to know.
  boolean switchesItself(Host host) {
    return host.control().map(Control::controller).filter(name::equals).isPresent();
  }

  Optional<Host> host(MachineId id) {
    return part.hosts().stream().filter(host -> host.id().equals(id)).findFirst();
  }

  /// The customers' guests that the document names, by their UUIDs. The operator's own are nobody's
  /// to move or to let sleep.
  SortedMap<MachineId, Guest> guests() {
    var guests = new TreeMap<MachineId, Guest>();
    part.hosts().stream()
        .flatMap(host -> host.guests().stream())
        .filter(guest -> tenant(guest.pool()).isPresent())
        .forEach(guest -> guests.put(guest.id(), guest));
    return Collections.unmodifiableSortedMap(guests);
  }

  Optional<TenantId> tenant(PoolId id) {
    return part.pools().stream()
        .filter(pool -> pool.id().equals(id))
        .findFirst()
        .flatMap(Pool::tenant);
  }

  /// Whether a host takes guests, as it is seen and as far as we are concerned.
  boolean takesGuests(Inventory.Host host) {
    return host.inService() && !cordons.isClosed(host.id());
  }

  /// Looks, and decides by what is seen now; where nothing is, the outcome is unknown.
  Answer seen(Function<Inventory, Answer> decide) {
    return switch (hypervisor.look()) {
      case Sight.Seen(var inventory) -> decide.apply(inventory);
      case Sight.Unseen(var because, _) -> new Answer.Unknown(because);
    };
  }
}
