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
    Listing listing,
    InstantSource clock) {
  public Centre(
      String name,
      Fleet part,
      HypervisorPort hypervisor,
      PowerController power,
      Cordons cordons,
      InstantSource clock) {
    this(name, part, hypervisor, power, cordons, Listing.of(part), clock);
  }

  /// The customers' guests that the document names, by their UUIDs, and whose each is. The
  /// operator's own are nobody's to move or to let sleep.
  public record Listing(
      SortedMap<MachineId, Guest> guests, SortedMap<MachineId, TenantId> tenants) {
    public Listing {
      guests = Collections.unmodifiableSortedMap(new TreeMap<>(guests));
      tenants = Collections.unmodifiableSortedMap(new TreeMap<>(tenants));
    }

    static Listing of(Fleet part) {
      var owners = new TreeMap<PoolId, TenantId>();
      for (Pool pool : part.pools()) {
        pool.tenant().ifPresent(tenant -> owners.put(pool.id(), tenant));
      }
      var guests = new TreeMap<MachineId, Guest>();
      var tenants = new TreeMap<MachineId, TenantId>();
      for (Host host : part.hosts()) {
        for (Guest guest : host.guests()) {
          Optional.ofNullable(owners.get(guest.pool()))
              .ifPresent(tenant -> {
                guests.put(guest.id(), guest);
                tenants.put(guest.id(), tenant);
              });
        }
      }
      return new Listing(guests, tenants);
    }
  }

  SortedMap<MachineId, Guest> guests() {
    return listing.guests();
  }

  Optional<TenantId> tenant(Guest guest) {
    return Optional.ofNullable(listing.tenants().get(guest.id()));
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
