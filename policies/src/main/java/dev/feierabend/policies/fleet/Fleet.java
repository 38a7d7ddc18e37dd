package dev.feierabend.policies.fleet;

import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Ownership;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Machines as a forest keyed by system UUID, with owners, controllers, racks and feeds.
public record Fleet(
    String name,
    List<Tenant> tenants,
    List<Pool> pools,
    List<Cluster> clusters,
    List<Controller> controllers,
    List<Rack> racks,
    List<Host> hosts,
    Document document)
    implements Ownership {
  public Fleet {
    tenants = List.copyOf(tenants);
    pools = List.copyOf(pools);
    clusters = List.copyOf(clusters);
    controllers = List.copyOf(controllers);
    racks = List.copyOf(racks);
    hosts = List.copyOf(hosts);
  }

  /// What of it is in one place, a cluster or a hypervisor: its pools and their hosts. `place` is
  /// empty for the cluster that the service runs in.
  public Fleet in(Optional<String> place) {
    List<Pool> there = pools.stream().filter(pool -> pool.place().equals(place)).toList();
    Set<PoolId> ids = there.stream().map(Pool::id).collect(Collectors.toSet());
    List<Host> machines = hosts.stream().filter(host -> ids.contains(host.pool())).toList();
    return new Fleet(name, tenants, there, clusters, controllers, racks, machines, document);
  }

  /// The hypervisor whose guest a host is: what switches it, and isn't where it is itself. Empty
  /// for a machine of iron.
  public Optional<String> carrier(Host host) {
    return host.control()
        .filter(Control::isHypervisor)
        .map(Control::controller)
        .filter(name -> !place(host).equals(Optional.of(name)));
  }

  /// Hosts that aren't a hypervisor's own, and so may be guests.
  public List<Host> nodes() {
    Set<String> hypervisors =
        hypervisors().stream().map(Controller::name).collect(Collectors.toSet());
    return hosts.stream()
        .filter(host -> place(host).filter(hypervisors::contains).isEmpty())
        .toList();
  }

  private Optional<String> place(Host host) {
    return pools.stream()
        .filter(pool -> pool.id().equals(host.pool()))
        .findFirst()
        .flatMap(Pool::place);
  }

  /// The hypervisors in which there are pools.
  public List<Controller> hypervisors() {
    Set<String> places =
        pools.stream().flatMap(pool -> pool.place().stream()).collect(Collectors.toSet());
    return controllers.stream()
        .filter(it -> it.isHypervisor() && places.contains(it.name()))
        .toList();
  }

  @Override
  public Set<TenantId> customers() {
    return tenants.stream().map(Tenant::id).collect(Collectors.toSet());
  }

  @Override
  public Set<PoolId> poolsOf(TenantId tenant) {
    return pools.stream()
        .filter(pool -> pool.tenant().filter(tenant::equals).isPresent())
        .map(Pool::id)
        .collect(Collectors.toSet());
  }
}
