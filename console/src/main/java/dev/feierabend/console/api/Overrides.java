package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Misfit;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionCommand.EndOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.EndPoolOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.OverrideLimits;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Keeps capacity awake for a while, and shows to every party what is kept so.
public final class Overrides {
  private final Fleet fleet;
  private final Memory memory;
  private final Desk desk;

  public Overrides(Fleet fleet, Memory memory, Desk desk) {
    this.fleet = fleet;
    this.memory = memory;
    this.desk = desk;
  }

  /// What is in force, the one that ends first in front.
  public List<OverrideView> running(Caller caller) {
    return memory.exceptions().overrides().stream()
        .filter(granted -> caller.sees(granted.tenant()))
        .filter(granted -> desk.now().isBefore(granted.until()))
        .map((OverrideGranted granted) -> OverrideView.of(granted))
        .toList();
  }

  /// What the tenant can keep awake, by name.
  public List<PoolId> pools(TenantId tenant) {
    return fleet.poolsOf(tenant).stream().sorted().toList();
  }

  /// How late an override that is granted now may end, as agreed.
  ///
  /// @param pools empty: all of the tenant's
  public Instant latest(TenantId tenant, Set<PoolId> pools) {
    return desk.now().plus(OverrideLimits.longest(memory.agreements().active(), tenant, pools));
  }

  /// @throws Declined where a pool is not the tenant's or its end is not as agreed
  public void grant(Caller caller, TenantId tenant, OverrideWish wish) {
    Set<PoolId> pools = own(tenant, wish.named());
    desk.ask(at ->
        new GrantOverride(
            tenant,
            pools,
            wish.until(),
            caller.actor(),
            wish.because(),
            at,
            OverrideLimits.longest(memory.agreements().active(), tenant, pools)));
  }

  /// @throws Declined where none is in force
  void endAll(TenantId tenant) {
    desk.ask(at -> new EndOverride(tenant, at));
  }

  /// Ends the one that was granted for exactly these pools.
  ///
  /// @param named none: the one that was granted for all of the tenant's
  /// @throws Declined where a pool is not the tenant's or there is none
  public void end(TenantId tenant, List<String> named) {
    Set<PoolId> pools = own(tenant, named);
    desk.ask(at -> new EndPoolOverride(tenant, pools, at));
  }

  private Set<PoolId> own(TenantId tenant, List<String> named) {
    Set<String> own = fleet.poolsOf(tenant).stream().map(PoolId::value).collect(Collectors.toSet());
    List<Misfit> foreign =
        IntStream.range(0, named.size())
            .filter(i -> !own.contains(named.get(i)))
            .mapToObj(i ->
                new Misfit(
                    "pools[%d]".formatted(i),
                    "a pool of the tenant \"%s\"".formatted(tenant),
                    "\"" + named.get(i) + "\""))
            .toList();
    if (!foreign.isEmpty()) {
      throw Declined.faulty(foreign);
    }
    return named.stream().map(PoolId::new).collect(Collectors.toSet());
  }
}
