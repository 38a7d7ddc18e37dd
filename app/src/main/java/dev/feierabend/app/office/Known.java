package dev.feierabend.app.office;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Whether what a wish names is there, as far as journal and fleet tell; without a fleet every
/// tenant and pool is taken on trust.
record Known(Agreements agreements, Optional<Fleet> fleet) {

  /// What should be there and isn't.
  Optional<String> missing(Wish wish) {
    return switch (wish) {
      case Wish.Propose _, Wish.Draft _ -> Optional.empty();
      case Wish.Discard(var agreement, var digest) -> document(agreement, digest);
      case Wish.TakeBack(var agreement, var digest) -> document(agreement, digest);
      case Wish.Approve(var agreement, var digest) -> document(agreement, digest);
      case Wish.Reject(var agreement, var digest, _) -> document(agreement, digest);
      case Wish.Withdraw(var agreement, _) -> agreement(agreement, _ -> true);
      case Wish.KeepAwake(var tenant, var pools, _, _) -> pools(tenant, pools);
      case Wish.LetSleep(var tenant, var pools) -> pools(tenant, pools.orElseGet(Set::of));
      case Wish.Freeze(var scope, _) -> scope(scope);
      case Wish.Thaw(var scope) -> scope(scope);
      case Wish.Deputise(var tenant, _, _, _) -> tenant(tenant);
      case Wish.Dismiss(var tenant, _) -> tenant(tenant);
    };
  }

  Optional<String> tenant(TenantId tenant) {
    return fleet
        .filter(known -> !known.customers().contains(tenant))
        .map(_ -> "Expected a tenant of this fleet but found \"%s\"".formatted(tenant));
  }

  private Optional<String> document(AgreementId agreement, String digest) {
    return agreement(agreement, entry -> entry.digest().equals(digest));
  }

  private Optional<String> agreement(AgreementId id, Predicate<Agreements.Entry> wanted) {
    return agreements.all().stream().filter(entry -> entry.agreement().equals(id)).anyMatch(wanted)
        ? Optional.empty()
        : Optional.of("Expected a document of \"%s\" but there is none such".formatted(id));
  }

  private Optional<String> scope(Owner scope) {
    return switch (scope) {
      case Owner.Operator() -> Optional.empty();
      case Owner.Customer(var tenant) -> tenant(tenant);
    };
  }

  private Optional<String> pools(TenantId tenant, Set<PoolId> pools) {
    return tenant(tenant)
        .or(() ->
            fleet
                .flatMap(known -> foreign(pools, known.poolsOf(tenant)))
                .map(pool ->
                    "Expected a pool of the tenant \"%s\" but found \"%s\""
                        .formatted(tenant, pool)));
  }

  private static Optional<PoolId> foreign(Set<PoolId> pools, Set<PoolId> own) {
    return pools.stream().filter(pool -> !own.contains(pool)).sorted().findFirst();
  }
}
