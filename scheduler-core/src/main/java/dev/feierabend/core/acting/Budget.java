package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// How many actions of a kind may be under way at once.
final class Budget {
  private enum Kind {
    WORKLOADS(100),
    EMPTYING(4),
    SWITCHING_OFF(4),
    SWITCHING_ON(10),
    ADMITTING(100);

    final int most;

    Kind(int most) {
      this.most = most;
    }
  }

  private final Map<Kind, Integer> underWay = new EnumMap<>(Kind.class);

  Budget(Collection<ActionIssued> pending) {
    pending.forEach(issued -> underWay.merge(kind(issued.step()), 1, Integer::sum));
  }

  /// Takes a place for `step`; false when there is none left.
  boolean take(Step step) {
    Kind kind = kind(step);
    return underWay.merge(kind, 1, Integer::sum) <= kind.most;
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
