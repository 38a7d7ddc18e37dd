package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.console.security.Role;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.HoldCustomer;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.ReleaseCustomer;
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
    return isHold(scope, caller)
        ? exceptions.held().contains(scope)
        : exceptions.declared().contains(scope);
  }

  public void declare(Owner scope, Caller caller, String because) {
    desk.ask(at ->
        scope instanceof Owner.Customer(var tenant) && isHold(scope, caller)
            ? new HoldCustomer(tenant, caller.actor(), because, at)
            : new DeclareFreeze(scope, caller.actor(), because, at));
  }

  /// @throws Declined where the caller's side has none in force
  public void lift(Owner scope, Caller caller) {
    desk.ask(at ->
        scope instanceof Owner.Customer(var tenant) && isHold(scope, caller)
            ? new ReleaseCustomer(tenant, caller.actor(), at)
            : new LiftFreeze(scope, caller.actor(), at));
  }

  private static boolean isHold(Owner scope, Caller caller) {
    return caller.role() == Role.PLATFORM_TEAM && scope instanceof Owner.Customer;
  }
}
