package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Owner;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// How many actions of a kind may be under way at once. Each customer has places of its own for
/// workloads: what doesn't come back takes nobody else's.
final class Budget {
  private enum Kind {
    WORKLOADS,
    EMPTYING,
    SWITCHING_OFF,
    BRINGING_BACK
  }

  private record Place(Owner owner, Kind kind) {
    static Place of(ActionIssued intent) {
      return new Place(intent.owner(), Budget.kind(intent.step()));
    }
  }

  private final Map<Place, Integer> underWay = new HashMap<>();
  private final int workloads;

  /// @param workloads how many workloads of a customer may be on their way to sleep or back
  Budget(int workloads, Collection<ActionIssued> pending) {
    this.workloads = workloads;
    pending.forEach(issued -> underWay.merge(Place.of(issued), 1, Integer::sum));
  }

  /// Takes a place for `intent`; false when there is none left.
  boolean take(ActionIssued intent) {
    Place place = Place.of(intent);
    return underWay.merge(place, 1, Integer::sum) <= most(place.kind());
  }

  private int most(Kind kind) {
    return switch (kind) {
      case WORKLOADS -> workloads;
      case EMPTYING, SWITCHING_OFF -> 4;
      // How many hosts boot at once is bounded by waves.
      case BRINGING_BACK -> Integer.MAX_VALUE;
    };
  }

  private static Kind kind(Step step) {
    return switch (step) {
      case Step.Sleep _, Step.Wake _ -> Kind.WORKLOADS;
      case Step.Cordon _, Step.Drain _ -> Kind.EMPTYING;
      case Step.PowerOff _ -> Kind.SWITCHING_OFF;
      case Step.PowerOn _, Step.Admit _ -> Kind.BRINGING_BACK;
    };
  }
}
