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
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// One hypervisor with what the fleet document says of it. A guest that the document doesn't name
/// is nobody's to touch here.
///
/// @param name of its controller in the document
/// @param part what of the fleet is there
/// @param power of its hosts, whoever switches them
/// @param listing the guests that are somebody's to touch
public record Centre(
    String name,
    Fleet part,
    HypervisorPort hypervisor,
    PowerController power,
    Cordons cordons,
    Listing listing,
    InstantSource clock) {
  public Centre(
      String name,
      Fleet part,
      HypervisorPort hypervisor,
      PowerController power,
      Cordons cordons,
      InstantSource clock) {
    this(name, part, hypervisor, power, cordons, Listing.of(part, Nodes.NONE), clock);
  }

  SortedMap<MachineId, Guest> guests() {
    return listing.guests();
  }

  /// Whether the hypervisor itself switches the host: then what it shows of its power is all that
  /// there is to know.
  boolean switchesItself(Host host) {
    return host.control().map(Control::controller).filter(name::equals).isPresent();
  }

  Optional<Host> host(MachineId id) {
    return part.hosts().stream().filter(host -> host.id().equals(id)).findFirst();
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
