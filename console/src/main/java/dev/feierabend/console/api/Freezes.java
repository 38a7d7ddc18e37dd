package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.kernel.Owner;

/// Stops power-downs and lets them go on. Customer and operator each have a freeze of their own for
/// the customer's capacity; neither lifts the other's.
public final class Freezes {
  private final Memory memory;
  private final Desk desk;

  public Freezes(Memory memory, Desk desk) {
    this.memory = memory;
    this.desk = desk;
  }

  /// True where the caller's side has declared one.
  public boolean inForce(Owner scope, Caller caller) {
    var exceptions = memory.exceptions();
    return (caller.asker().operator() && scope instanceof Owner.Customer)
        ? exceptions.held().contains(scope)
        : exceptions.declared().contains(scope);
  }

  public void declare(Owner scope, Caller caller, String because) {
    desk.ask(caller, new Wish.Freeze(scope, because));
  }

  /// @throws Declined where the caller's side has none in force
  public void lift(Owner scope, Caller caller) {
    desk.ask(caller, new Wish.Thaw(scope));
  }
}
