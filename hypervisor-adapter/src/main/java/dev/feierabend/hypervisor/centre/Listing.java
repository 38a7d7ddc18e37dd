package dev.feierabend.hypervisor.centre;

import static java.util.stream.Collectors.toSet;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The customers' guests that the document names, by their UUIDs, and whose each is; and those that
/// are hosts of clusters. The operator's others are nobody's to move or to let sleep.
///
/// @param nodes guests that are hosts of clusters, as the document says
public record Listing(
    SortedMap<MachineId, Guest> guests,
    SortedMap<MachineId, TenantId> tenants,
    Set<MachineId> nodes) {
  /// A node is the operator's, whoever's work it does.
  private static final TenantId OPERATOR = new TenantId("operator");

  public Listing {
    guests = Collections.unmodifiableSortedMap(new TreeMap<>(guests));
    tenants = Collections.unmodifiableSortedMap(new TreeMap<>(tenants));
    nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
  }

  public static Listing of(Fleet part, Nodes nodes) {
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
    part.hosts().stream()
        .findFirst()
        .ifPresent(host ->
            Stream.concat(nodes.told().stream(), nodes.others().stream())
                .forEach(node -> guests.put(node.id(), guest(node, host.pool()))));
    return new Listing(guests, tenants, nodes.told().stream().map(Host::id).collect(toSet()));
  }

  /// As a guest it is where the hosts are that it runs on, so that it is planned with them.
  private static Guest guest(Host node, PoolId pool) {
    return new Guest(
        node.id(),
        node.name(),
        pool,
        node.capacity(),
        true,
        Collections.emptySortedMap(),
        node.node());
  }

  TenantId tenant(MachineId guest) {
    return tenants.getOrDefault(guest, OPERATOR);
  }

  /// Whether it is a customer's, and no host of a cluster.
  boolean isCustomers(MachineId guest) {
    return tenants.containsKey(guest);
  }

  /// Whether it is there even where it isn't seen.
  boolean isTold(MachineId guest) {
    return isCustomers(guest) || nodes.contains(guest);
  }
}
