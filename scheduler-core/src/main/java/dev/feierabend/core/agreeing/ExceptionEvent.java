package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Set;

/// What suspends agreements for a while: a customer's override (its pools stay up), a freeze
/// (nothing powers down).
public sealed interface ExceptionEvent extends JournalEvent {
  @Override
  default String aggregate() {
    return "exceptions/" + owner();
  }

  /// About one customer.
  sealed interface OfCustomer extends ExceptionEvent {
    TenantId tenant();

    @Override
    default Owner owner() {
      return Owner.of(tenant());
    }
  }

  /// Keeps `pools` (empty: all of the customer's) awake until `until`.
  record OverrideGranted(
      TenantId tenant, Set<PoolId> pools, Instant until, ActorId by, String because, Instant at)
      implements OfCustomer {
    public OverrideGranted {
      pools = Set.copyOf(pools);
    }
  }

  /// All overrides of the customer have ended.
  record OverrideEnded(TenantId tenant, Instant at) implements OfCustomer {}

  /// The override of exactly these pools has ended.
  record PoolOverrideEnded(TenantId tenant, Set<PoolId> pools, Instant at) implements OfCustomer {
    public PoolOverrideEnded {
      pools = Set.copyOf(pools);
    }
  }

  /// `scope`: one customer's capacity, by itself, or (operator) everybody's.
  record FreezeDeclared(Owner scope, ActorId by, String because, Instant at)
      implements ExceptionEvent {
    @Override
    public Owner owner() {
      return scope;
    }
  }

  record FreezeLifted(Owner scope, ActorId by, Instant at) implements ExceptionEvent {
    @Override
    public Owner owner() {
      return scope;
    }
  }

  /// The operator froze one customer's capacity.
  record CustomerHeld(TenantId tenant, ActorId by, String because, Instant at)
      implements OfCustomer {}

  record CustomerReleased(TenantId tenant, ActorId by, Instant at) implements OfCustomer {}
}
