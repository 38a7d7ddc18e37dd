package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Overrides by a customer; freezes by a customer (its own) or the operator (everybody's, or one
/// customer's, which is a hold).
public sealed interface ExceptionCommand extends Command {
  /// Whose exceptions these are.
  Owner scope();

  @Override
  default String target() {
    return "exceptions/" + scope();
  }

  /// Asked by or for one customer.
  sealed interface OfCustomer extends ExceptionCommand {
    TenantId tenant();

    @Override
    default Owner scope() {
      return Owner.of(tenant());
    }
  }

  /// Replaces an override of the same pools; those of other pools stay.
  ///
  /// @param longest how far ahead the customer's agreements let its end lie
  record GrantOverride(
      TenantId tenant,
      Set<PoolId> pools,
      Instant until,
      ActorId by,
      String because,
      Instant at,
      Duration longest)
      implements OfCustomer {
    public GrantOverride {
      pools = Set.copyOf(pools);
    }
  }

  /// Ends all overrides of the customer.
  record EndOverride(TenantId tenant, Instant at) implements OfCustomer {}

  /// Ends the override that was granted for exactly these pools.
  record EndPoolOverride(TenantId tenant, Set<PoolId> pools, Instant at) implements OfCustomer {
    public EndPoolOverride {
      pools = Set.copyOf(pools);
    }
  }

  record DeclareFreeze(Owner scope, ActorId by, String because, Instant at)
      implements ExceptionCommand {}

  record LiftFreeze(Owner scope, ActorId by, Instant at) implements ExceptionCommand {}

  /// The operator's freeze for one customer; that customer can't lift it, nor the operator the
  /// customer's.
  record HoldCustomer(TenantId tenant, ActorId by, String because, Instant at)
      implements OfCustomer {}

  record ReleaseCustomer(TenantId tenant, ActorId by, Instant at) implements OfCustomer {}
}
