package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;

import dev.feierabend.core.planning.consolidation.Conditions.Moving;

/// How many guests are elsewhere than at home: in all, and by host that they left or entered.
final class MoveCount {
  private final UnitTable units;
  private final Moving limits;
  private final int[] ofHost;
  private int total;
  private double joules;

  MoveCount(UnitTable units, int hosts, Moving limits) {
    this.units = units;
    this.limits = limits;
    ofHost = new int[hosts];
  }

  void count(int guest, int host, int by) {
    int home = units.home[guest];
    if (home != UnitTable.NOWHERE && home != host) {
      ofHost[home] += by;
      ofHost[host] += by;
      total += by;
      joules += by * limits.joulesPerMiB() * units.memory[guest];
    }
  }

  double joules() {
    return total == 0 ? 0 : joules;
  }

  /// Whether `unit`, of which nobody moved yet, may leave its home for somewhere.
  boolean mayLeave(int unit) {
    int many = units.many(unit);
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      int home = units.home[guest];
      if (home != UnitTable.NOWHERE
          && (ofHost[home] > limits.perHost() - many || total > limits.inTotal() - many)) {
        return false;
      }
    }
    return true;
  }

  boolean mayEnter(int unit, int host) {
    int entering = 0;
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      int home = units.home[guest];
      entering += home != UnitTable.NOWHERE && home != host ? 1 : 0;
    }
    return entering == 0 || ofHost[host] <= limits.perHost() - entering;
  }
}
