package dev.feierabend.policies.imports;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Pool;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whose a namespace is, and in which pools it lies.
public sealed interface Owners {
  /// The answer for a namespace; `Unowned` says why no policy can cover just that one.
  sealed interface Answer {
    record Owned(TenantId tenant, SortedSet<PoolId> pools) implements Answer {}

    record Unowned(Reason reason, List<String> words) implements Answer {}
  }

  Answer of(Optional<String> namespace);

  /// Somebody who knows says that all of it is theirs.
  record Stated(TenantId tenant, Set<PoolId> pools) implements Owners {
    @Override
    public Answer of(Optional<String> namespace) {
      return new Answer.Owned(tenant, new TreeSet<>(pools));
    }
  }

  /// As the fleet document says: pools name their namespaces.
  record OfFleet(Fleet fleet) implements Owners {
    @Override
    public Answer of(Optional<String> namespace) {
      return namespace
          .flatMap(this::pool)
          .map(OfFleet::only)
          .orElseGet(() ->
              new Answer.Unowned(Reason.NO_POOL, namespace.map(List::of).orElse(List.of("?"))));
    }

    private Optional<Pool> pool(String namespace) {
      return fleet.pools().stream()
          .filter(pool -> pool.tenant().isPresent() && pool.namespaces().contains(namespace))
          .findFirst();
    }

    private static Answer only(Pool pool) {
      return pool.namespaces().size() == 1
          ? new Answer.Owned(pool.tenant().orElseThrow(), new TreeSet<>(Set.of(pool.id())))
          : new Answer.Unowned(
              Reason.LARGER_POOL,
              List.of(pool.id().toString(), String.join(", ", pool.namespaces())));
    }
  }
}
