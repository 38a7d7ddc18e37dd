package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps capacity awake for a while, and shows to every party what is kept so.
public final class Overrides {
  private final Memory memory;
  private final Desk desk;

  public Overrides(Memory memory, Desk desk) {
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

  /// @throws Declined where its end is not as agreed
  void grant(Caller caller, TenantId tenant, Set<PoolId> pools, OverrideWish wish) {
    desk.ask(caller, new Wish.KeepAwake(tenant, pools, wish.until(), wish.because()));
  }

  /// Ends the one that was granted for exactly these pools; where none are named, all of the
  /// tenant's.
  ///
  /// @throws Declined where there is none
  void end(Caller caller, TenantId tenant, Optional<Set<PoolId>> pools) {
    desk.ask(caller, new Wish.LetSleep(tenant, pools));
  }
}
