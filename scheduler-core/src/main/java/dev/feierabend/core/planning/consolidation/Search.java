package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;
import static dev.feierabend.core.planning.consolidation.UnitTable.NOWHERE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The board with shelves beside it: moves units so that both know, and can take moves back.
final class Search {
  /// How many hosts are asked for a place that one could do without.
  static final int PATIENCE = 64;

  private record Moved(int unit, int from) {}

  final Ground ground;
  final Board board;

  /// The resource of which hosts have the least in relation to the need.
  final int scarce;

  private final Deque<Moved> done = new ArrayDeque<>();
  private long left;
  private boolean exhausted;
  private Shelves shelves;

  Search(Ground ground, Board board) {
    this.ground = ground;
    this.board = board;
    scarce = scarce(ground);
    left = ground.conditions.candidates();
    shelves = new Shelves(board, scarce, new double[board.hosts.count]);
  }

  private static int scarce(Ground ground) {
    int width = ground.hosts.width;
    int scarcest = 0;
    double most = -1;
    for (int resource = 0; resource < width; resource++) {
      double there = 0;
      for (int host = 0; host < ground.hosts.count; host++) {
        there += ground.takes[host] ? ground.hosts.room[host * width + resource] : 0;
      }
      if (there > 0 && ground.need[resource] / there > most) {
        most = ground.need[resource] / there;
        scarcest = resource;
      }
    }
    return scarcest;
  }

  /// From now on hosts are found by these.
  void by(Shelves others) {
    shelves = others;
  }

  Shelves shelves() {
    return shelves;
  }

  double need(int unit) {
    return board.units.size[unit * board.hosts.width + scarce];
  }

  /// A host for what must have one: all are asked, and the budget isn't.
  int anywhere(int unit) {
    return shelves.bestFit(
        need(unit),
        Integer.MAX_VALUE,
        host -> host != board.place[unit] && board.mayTake(unit, host));
  }

  /// A host other than `but` for what might go, if the budget allows; or -1.
  int somewhere(int unit, int but) {
    return shelves.bestFit(
        need(unit), PATIENCE, host -> host != but && spend() && board.mayTake(unit, host));
  }

  /// One candidate move less.
  boolean spend() {
    exhausted |= left == 0;
    left -= left > 0 ? 1 : 0;
    return !exhausted;
  }

  boolean exhausted() {
    return exhausted;
  }

  long tried() {
    return ground.conditions.candidates() - left;
  }

  /// A start, and a gathering, are for good, and so is whatever was before.
  void move(int unit, int host) {
    int from = board.place[unit];
    board.put(unit, host);
    if (from == NOWHERE) {
      done.clear();
    } else if (from == Board.SCATTERED) {
      for (int guest = board.units.first(unit); guest != NONE; guest = board.units.next(guest)) {
        shelves.changed(board.units.home[guest]);
      }
      done.clear();
    } else {
      done.push(new Moved(unit, from));
    }
    shelves.changed(from);
    shelves.changed(host);
  }

  /// Where it was before so many moves.
  int mark() {
    return done.size();
  }

  void undo(int mark) {
    while (done.size() > mark) {
      Moved last = done.pop();
      int from = board.place[last.unit()];
      board.put(last.unit(), last.from());
      shelves.changed(from);
      shelves.changed(last.from());
    }
  }

  /// Why a host can't be without `unit`, told by its first guest.
  GuestId name(int unit) {
    return board.units.guests.get(board.units.first(unit)).id();
  }

  /// A guest on `host` that can't leave it alone, as its unit is scattered.
  Optional<GuestId> scatteredOn(int host) {
    for (int unit = 0; board.scattered[host] > 0 && unit < board.units.count; unit++) {
      for (int guest = board.units.first(unit); guest != NONE; guest = board.units.next(guest)) {
        if (board.place[unit] == Board.SCATTERED && board.units.home[guest] == host) {
          return Optional.of(board.units.guests.get(guest).id());
        }
      }
    }
    return Optional.empty();
  }
}
