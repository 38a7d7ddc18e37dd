package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.problems.Misfit;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Optional;
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

  /// @throws Declined where a pool is not the tenant's or its end is not as agreed
  public void grant(Caller caller, TenantId tenant, OverrideWish wish) {
    Set<PoolId> pools = own(tenant, wish.named());
    desk.ask(caller, new Wish.KeepAwake(tenant, pools, wish.until(), wish.because()));
  }

  /// Ends the one that was granted for exactly these pools; where none are named, all of the
  /// tenant's.
  ///
  /// @throws Declined where a pool is not the tenant's or there is none
  public void end(Caller caller, TenantId tenant, Optional<List<String>> pools) {
    desk.ask(caller, new Wish.LetSleep(tenant, pools.map(named -> own(tenant, named))));
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
