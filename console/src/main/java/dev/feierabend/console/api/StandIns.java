package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Optional;

/// Names deputies and dismisses them, and tells who stands in for whom.
public final class StandIns {
  private final Memory memory;
  private final Desk desk;

  public StandIns(Memory memory, Desk desk) {
    this.memory = memory;
    this.desk = desk;
  }

  /// Who stands in now or will, in the order of their beginnings.
  public List<DeputyView> of(TenantId tenant) {
    return memory.deputies().of(tenant, desk.now()).stream().map(DeputyView::of).toList();
  }

  /// The term under which the caller acts now.
  public Optional<DeputyView> covering(TenantId tenant, Caller caller) {
    return memory.deputies().covering(tenant, caller.actor(), desk.now()).map(DeputyView::of);
  }

  /// Names a deputy of the caller, or gives it another term.
  ///
  /// @throws Declined where the term is none, or the caller can't be stood in for by this deputy
  public void name(Caller caller, TenantId tenant, ActorId deputy, DeputyWish wish) {
    desk.ask(caller, new Wish.Deputise(tenant, deputy, wish.from(), wish.until()));
  }

  /// @throws Declined where there is no such deputy
  public void dismiss(Caller caller, TenantId tenant, ActorId deputy) {
    desk.ask(caller, new Wish.Dismiss(tenant, deputy));
  }
}
