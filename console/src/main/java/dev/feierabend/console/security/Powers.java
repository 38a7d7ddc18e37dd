package dev.feierabend.console.security;

import dev.feierabend.core.deputising.Deputies;
import dev.feierabend.policies.terms.TenantId;
import java.time.InstantSource;

/// What a caller may do for a tenant now: by its role, or as somebody's deputy.
public final class Powers {
  private final Deputies deputies;
  private final InstantSource clock;

  public Powers(Deputies deputies, InstantSource clock) {
    this.deputies = deputies;
    this.clock = clock;
  }

  public boolean may(Caller caller, Right right, TenantId tenant) {
    return caller.may(right)
        || (caller.role().mayAsDeputy(right)
            && caller.sees(tenant)
            && deputies.covering(tenant, caller.actor(), clock.instant()).isPresent());
  }
}
