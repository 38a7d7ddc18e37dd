package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// How many actions of a kind may be under way at once.
final class Budget {
  private enum Kind {
    WORKLOADS,
    EMPTYING,
    SWITCHING_OFF,
    SWITCHING_ON,
    ADMITTING
  }

  private final Map<Kind, Integer> underWay = new EnumMap<>(Kind.class);
  private final int workloads;

  /// @param workloads how many workloads may be on their way to sleep or back
  Budget(int workloads, Collection<ActionIssued> pending) {
    this.workloads = workloads;
    pending.forEach(issued -> underWay.merge(kind(issued.step()), 1, Integer::sum));
  }

  /// Takes a place for `step`; false when there is none left.
  boolean take(Step step) {
    Kind kind = kind(step);
    return underWay.merge(kind, 1, Integer::sum) <= most(kind);
  }

  private int most(Kind kind) {
    return switch (kind) {
      case WORKLOADS -> workloads;
      case EMPTYING, SWITCHING_OFF -> 4;
      case SWITCHING_ON -> 10;
      case ADMITTING -> 100;
    };
  }

  private static Kind kind(Step step) {
    return switch (step) {
      case Step.Sleep _, Step.Wake _ -> Kind.WORKLOADS;
      case Step.Cordon _, Step.Drain _ -> Kind.EMPTYING;
      case Step.PowerOff _ -> Kind.SWITCHING_OFF;
      case Step.PowerOn _ -> Kind.SWITCHING_ON;
      case Step.Admit _ -> Kind.ADMITTING;
    };
  }
}
