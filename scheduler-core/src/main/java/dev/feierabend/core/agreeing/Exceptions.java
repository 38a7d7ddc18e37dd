package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.ExceptionEvent.FreezeDeclared;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeLifted;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideEnded;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;

/// Read model: overrides and freezes in force.
public final class Exceptions {
  private final Map<TenantId, OverrideGranted> overrides = new ConcurrentHashMap<>();
  private final Set<Owner> frozen = ConcurrentHashMap.newKeySet();

  public Set<Owner> frozen() {
    return Set.copyOf(frozen);
  }

  public List<OverrideGranted> overrides() {
    return List.copyOf(overrides.values());
  }

  /// True while a customer's override keeps `pool` up.
  public boolean overridden(TenantId tenant, PoolId pool, Instant at) {
    OverrideGranted granted = overrides.get(tenant);
    return granted != null
        && at.isBefore(granted.until())
        && (granted.pools().isEmpty() || granted.pools().contains(pool));
  }

  @EventHandler
  void on(ExceptionEvent event) {
    switch (event) {
      case OverrideGranted granted -> overrides.put(granted.tenant(), granted);
      case OverrideEnded(var tenant, _) -> overrides.remove(tenant);
      case FreezeDeclared(var scope, _, _, _) -> frozen.add(scope);
      case FreezeLifted(var scope, _, _) -> frozen.remove(scope);
    }
  }
}
