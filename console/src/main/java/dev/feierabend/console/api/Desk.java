package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Where callers' wishes are handed in: stamped with the time, decided, and a refusal told.
public final class Desk {
  private final Clerk clerk;
  private final InstantSource clock;

  public Desk(Clerk clerk, InstantSource clock) {
    this.clerk = clerk;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// How late an override may end that is granted now, as agreed.
  ///
  /// @param pools empty: all of the tenant's
  public Instant latestEnd(TenantId tenant, Set<PoolId> pools) {
    return now().plus(clerk.longestOverride(tenant, pools));
  }

  /// Returns once everything that is not refused is done and recorded.
  ///
  /// @throws Declined where the domain refuses all of it, with what it said first
  public void ask(Caller caller, Wish wish) {
    clerk
        .ask(wish, caller.asker(), now())
        .ifPresent(refusal -> {
          throw Declined.refused(refusal);
        });
  }
}
