package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What people ask for, on whatever way they come: interface, page, command line. Who asks and when
/// is the [Clerk]'s to add.
public sealed interface Wish {
  /// The longest reason that somebody may give, in characters.
  int LONGEST_REASON = 500;

  /// The largest document that is taken in, in bytes.
  int LARGEST_DOCUMENT = 256 * 1024;

  /// To each of the document's tenants who doesn't have it already.
  record Propose(SchedulePolicy policy) implements Wish {}

  /// The same, but nobody is asked to decide on it yet.
  record Draft(SchedulePolicy policy) implements Wish {}

  /// About one agreement.
  sealed interface OfAgreement extends Wish {}

  /// Drops a draft.
  record Discard(AgreementId agreement, String digest) implements OfAgreement {}

  record TakeBack(AgreementId agreement, String digest) implements OfAgreement {}

  record Approve(AgreementId agreement, String digest) implements OfAgreement {}

  record Reject(AgreementId agreement, String digest, String because) implements OfAgreement {}

  record Withdraw(AgreementId agreement, String because) implements OfAgreement {}

  /// What suspends agreements for a while, and its end.
  sealed interface OfException extends Wish {}

  /// Keeps `pools` (empty: all of the tenant's) awake until `until`.
  record KeepAwake(TenantId tenant, Set<PoolId> pools, Instant until, String because)
      implements OfException {
    public KeepAwake {
      pools = Set.copyOf(pools);
    }
  }

  /// Ends the override of exactly these pools; where none are named, all of the tenant's.
  record LetSleep(TenantId tenant, Optional<Set<PoolId>> pools) implements OfException {
    public LetSleep {
      pools = pools.map(Set::copyOf);
    }
  }

  record Freeze(Owner scope, String because) implements OfException {}

  record Thaw(Owner scope) implements OfException {}

  /// Who stands in for the asker.
  sealed interface OfDeputies extends Wish {}

  record Deputise(TenantId tenant, ActorId deputy, Instant from, Instant until)
      implements OfDeputies {}

  record Dismiss(TenantId tenant, ActorId deputy) implements OfDeputies {}
}
