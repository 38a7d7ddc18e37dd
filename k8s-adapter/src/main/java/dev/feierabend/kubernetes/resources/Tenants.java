package dev.feierabend.kubernetes.resources;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose a namespace is, as the fleet's pools say.
public record Tenants(Fleet fleet) {

  /// Empty where no pool of a tenant names the namespace, or pools of several do.
  Optional<TenantId> of(String namespace) {
    List<TenantId> owners =
        pools(namespace).flatMap(pool -> pool.tenant().stream()).distinct().toList();
    return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
  }

  /// Why nobody may ask for anything from that namespace.
  static String refusal(String namespace) {
    return "expected a namespace that pools of one tenant name in the fleet, but %s is none"
        .formatted(namespace);
  }

  /// Of `pools` (empty: all of the tenant's) in the order of their names.
  public Set<String> namespaces(TenantId tenant, Set<PoolId> pools) {
    return fleet.pools().stream()
        .filter(pool -> pool.tenant().filter(tenant::equals).isPresent())
        .filter(pool -> pools.isEmpty() || pools.contains(pool.id()))
        .flatMap(pool -> pool.namespaces().stream())
        .collect(Collectors.toSet());
  }

  private Stream<Pool> pools(String namespace) {
    return fleet.pools().stream().filter(pool -> pool.namespaces().contains(namespace));
  }
}
