package dev.feierabend.core.agreeing;

import dev.feierabend.policies.language.Clauses;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// How long a customer's overrides may last: what its agreements on these pools say, and where they
/// say different things, the shortest of them.
final class OverrideLimits {
  private OverrideLimits() {}

  /// @param pools empty: all of the tenant's
  static Duration longest(List<Agreements.Entry> active, TenantId tenant, Set<PoolId> pools) {
    return active.stream()
        .filter(entry -> entry.agreement().tenant().equals(tenant))
        .filter(entry -> concerns(entry.policy().selects().pools(), pools))
        .map(entry -> entry.policy().clauses().longestOverride())
        .min(Duration::compareTo)
        .orElse(Clauses.USUAL.longestOverride());
  }

  private static boolean concerns(Set<PoolId> selected, Set<PoolId> pools) {
    return selected.isEmpty() || pools.isEmpty() || pools.stream().anyMatch(selected::contains);
  }
}
