package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Leads together what is scattered, and away who breaks a rule, is outside of its zones or on a
/// host that carries too much.
final class Correcting {
  private final Ground ground;
  private final Board board;
  private final Search search;
  private final IntPredicate place;
  private final Map<Integer, MoveReason> causes;

  /// @param place finds a unit another place, if there is one
  /// @param causes is told why units left
  Correcting(Search search, IntPredicate place, Map<Integer, MoveReason> causes) {
    this.search = search;
    this.place = place;
    this.causes = causes;
    ground = search.ground;
    board = search.board;
  }

  /// False where it is scattered and can't be led together.
  boolean correct(int unit) {
    int at = board.place[unit];
    if (at == Board.SCATTERED) {
      boolean together = gather(unit);
      if (together) {
        causes.put(unit, new MoveReason.Obeys(ground.togetherRule(unit)));
      }
      return together;
    }
    if (at >= 0 && !board.units.pinned[unit]) {
      wrong(unit, at).ifPresent(cause -> away(unit, cause));
    }
    return true;
  }

  private boolean away(int unit, MoveReason cause) {
    boolean left = board.mayLeave(unit) && place.test(unit);
    if (left) {
      causes.put(unit, cause);
    }
    return left;
  }

  private Optional<MoveReason> wrong(int unit, int at) {
    if (!board.units.mayBeIn(unit, board.hosts.zone[at])) {
      return Optional.of(new MoveReason.EntersItsZone(""));
    }
    for (int guest = board.units.first(unit); guest != NONE; guest = board.units.next(guest)) {
      for (int rule : board.units.aparts[guest]) {
        if (board.apartness.at(rule, at) > 1) {
          return Optional.of(new MoveReason.Obeys(board.units.apartRules.get(rule).name()));
        }
      }
    }
    return Optional.empty();
  }

  /// Where a pinned member is, else with the others where one of them is, else elsewhere.
  private boolean gather(int unit) {
    if (!board.moves.mayLeave(unit)) {
      return false;
    }
    for (int guest = board.units.first(unit); guest != NONE; guest = board.units.next(guest)) {
      int home = board.units.home[guest];
      boolean here = !board.units.pinned[unit] || board.units.guests.get(guest).pinned();
      if (here && home >= 0 && ground.takes[home] && board.mayTake(unit, home)) {
        search.move(unit, home);
        return true;
      }
    }
    return !board.units.pinned[unit] && place.test(unit);
  }

  /// By one small guest where one is enough, else by the largest first.
  void relieve(int host) {
    var cause = new MoveReason.Relieves(board.hosts.hosts.get(host).id());
    boolean going = true;
    while (going && board.overloaded(host)) {
      going = oneLeaves(host, cause);
    }
  }

  private boolean oneLeaves(int host, MoveReason cause) {
    Ranking leavers = leavers(host);
    for (int unit = leavers.next(); unit != Ranking.NONE; unit = leavers.next()) {
      if (away(unit, cause)) {
        return true;
      }
    }
    return false;
  }

  /// The smallest that is enough first, after them the largest; no share is above 1.
  private Ranking leavers(int host) {
    return board.on(host, unit -> cures(unit, host) ? ground.share(unit) : 2 - ground.share(unit));
  }

  private boolean cures(int unit, int host) {
    int width = board.hosts.width;
    for (int i = 0; i < width; i++) {
      if (board.free(host, i) + board.units.size[unit * width + i] < -1e-9) {
        return false;
      }
    }
    return true;
  }
}
