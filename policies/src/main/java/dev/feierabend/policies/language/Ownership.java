package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.Set;

/// Who owns what, as far as a policy must know it. The fleet document says so.
public interface Ownership {
  Set<TenantId> customers();

  Set<PoolId> poolsOf(TenantId tenant);
}
