package dev.feierabend.core.planning.consolidation;

import java.util.Map;

/// Empties one host, if its guests fit elsewhere and that saves more than it costs until the window
/// ends; else everything is as before. Where a guest fits nowhere, another may make room for it by
/// going on to a third host (an ejection chain of two, Glover 1996; for consolidation the "force
/// step" of BalCon, 2023).
final class Emptying {
  private final Search search;
  private final Board board;
  private final Ground ground;
  private final Reserve reserve;

  /// Why each host that was looked at stays on.
  private final Map<Integer, HostReason> reasons;

  private final Ejection ejection;
  private boolean ejecting;

  Emptying(Search search, Reserve reserve, Map<Integer, HostReason> reasons) {
    this.search = search;
    this.board = search.board;
    this.ground = search.ground;
    this.reserve = reserve;
    this.reasons = reasons;
    ejection = new Ejection(search);
  }

  void eject(boolean allowed) {
    ejecting = allowed;
  }

  /// True when `host` is off now; else its reason is known.
  boolean empty(int host) {
    int mark = search.mark();
    boolean receives = search.shelves().has(host);
    search.shelves().remove(host);
    HostReason obstacle = obstacle(host);
    if (obstacle == null) {
      reserve.changed(host, -1);
      reasons.remove(host);
      return true;
    }
    search.undo(mark);
    if (receives) {
      search.shelves().add(host);
    }
    reasons.put(host, obstacle);
    return false;
  }

  private @org.jspecify.annotations.Nullable HostReason obstacle(int host) {
    if (reserve.lacking(host) >= 0) {
      return new HostReason.Reserve(ground.conditions.safety().reserve());
    }
    var tied = search.scatteredOn(host);
    if (tied.isPresent()) {
      return new HostReason.Needed(tied.get());
    }
    double before = board.joules();
    Ranking largestFirst = board.on(host, unit -> -search.need(unit));
    for (int unit = largestFirst.next(); unit != Ranking.NONE; unit = largestFirst.next()) {
      HostReason stays = leaves(unit, host);
      if (stays != null) {
        return stays;
      }
    }
    board.open(host, false);
    if (board.joules() < before - 1e-3) {
      return null;
    }
    board.open(host, true);
    return new HostReason.WouldNotPayBack();
  }

  private @org.jspecify.annotations.Nullable HostReason leaves(int unit, int host) {
    if (!board.mayLeave(unit)) {
      return new HostReason.MoveLimit(search.name(unit));
    }
    int other = search.somewhere(unit, host);
    if (other >= 0) {
      search.move(unit, other);
      return null;
    }
    if (ejecting && ejection.to(unit, host)) {
      return null;
    }
    return search.exhausted()
        ? new HostReason.NotLookedAt()
        : new HostReason.Needed(search.name(unit));
  }
}
