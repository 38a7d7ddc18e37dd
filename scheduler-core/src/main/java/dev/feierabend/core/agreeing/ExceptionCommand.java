package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Set;

/// Overrides by a customer, freezes by a customer (its own) or the operator (everybody's).
public sealed interface ExceptionCommand extends Command {
  /// Whose exceptions these are.
  Owner scope();

  @Override
  default String target() {
    return "exceptions/" + scope();
  }

  record GrantOverride(
      TenantId tenant, Set<PoolId> pools, Instant until, ActorId by, String because, Instant at)
      implements ExceptionCommand {
    public GrantOverride {
      pools = Set.copyOf(pools);
    }

    @Override
    public Owner scope() {
      return Owner.of(tenant);
    }
  }

  record EndOverride(TenantId tenant, Instant at) implements ExceptionCommand {
    @Override
    public Owner scope() {
      return Owner.of(tenant);
    }
  }

  record DeclareFreeze(Owner scope, ActorId by, String because, Instant at)
      implements ExceptionCommand {}

  record LiftFreeze(Owner scope, ActorId by, Instant at) implements ExceptionCommand {}
}
