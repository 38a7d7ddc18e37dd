package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ReturnCommand.ReportLate;
import dev.feierabend.core.acting.ReturnCommand.ReportReady;
import dev.feierabend.core.kernel.Decision;

/// What was already said of one subject and one ready-by: each thing once.
record ReturnState(boolean ready, boolean late) {
  static final ReturnState AWAITED = new ReturnState(false, false);

  Decision decide(ReturnCommand command) {
    return switch (command) {
      case ReportReady(var owner, var pool, var workloads, var readyBy, var at) ->
          ready
              ? Decision.nothing()
              : Decision.of(new CapacityReady(owner, pool, workloads, readyBy, at));
      case ReportLate(var owner, var subject, var because, var readyBy, var at) ->
          late || ready
              ? Decision.nothing()
              : Decision.of(new WakeLate(owner, subject, because, readyBy, at));
    };
  }

  ReturnState evolve(ActingEvent.OfReturn event) {
    return switch (event) {
      case CapacityReady _ -> new ReturnState(true, late);
      case WakeLate _ -> new ReturnState(ready, true);
    };
  }
}
