package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.kernel.Owner;

/// Stops power-downs and lets them go on.
public final class Freezes {
  private final Memory memory;
  private final Desk desk;

  public Freezes(Memory memory, Desk desk) {
    this.memory = memory;
    this.desk = desk;
  }

  public boolean inForce(Owner scope) {
    return memory.exceptions().frozen().contains(scope);
  }

  public void declare(Owner scope, Caller caller, String because) {
    desk.ask(at -> new DeclareFreeze(scope, caller.actor(), because, at));
  }

  /// @throws Declined where none is in force
  public void lift(Owner scope, Caller caller) {
    desk.ask(at -> new LiftFreeze(scope, caller.actor(), at));
  }
}
