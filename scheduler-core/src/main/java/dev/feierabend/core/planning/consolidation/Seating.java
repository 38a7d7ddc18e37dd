package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;
import static dev.feierabend.core.planning.consolidation.UnitTable.NOWHERE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives everybody a place. Who has one keeps it, unless it breaks something there; who has none is
/// put to the fullest host with room, the largest first (best fit decreasing), and where there is
/// no room a further host takes guests: first of those that are on, in the order of what they are
/// worth at the bound's prices (as power-aware best fit decreasing by Beloglazov and Buyya, 2012,
/// orders by watts).
final class Seating {
  private final Ground ground;
  private final Board board;
  private final Search search;
  private final double[] slack;
  private final Waiting waiting;
  private final Ejection ejection;
  private boolean slackened;

  /// Why units left homes that go on.
  final Map<Integer, MoveReason> causes = new HashMap<>();

  final List<Alarm> alarms = new ArrayList<>();

  /// @param value of each host, what it costs to be on at the bound's prices
  /// @param slack of each host, what it rather leaves free of the scarcest resource
  Seating(Search search, double[] value, double[] slack) {
    this.search = search;
    this.slack = slack;
    ground = search.ground;
    board = search.board;
    waiting = new Waiting(ground, board, value);
    ejection = new Ejection(search);
    slackened = Arrays.stream(slack).anyMatch(it -> it > 0);
  }

  void seat() {
    shelve();
    var correcting = new Correcting(search, this::place, causes);
    for (int unit = 0; unit < board.units.count; unit++) {
      if (ground.planned(unit) && !correcting.correct(unit)) {
        homeless(unit);
      }
    }
    for (int host = 0; host < board.hosts.count; host++) {
      if (ground.takes[host] && board.overloaded(host)) {
        correcting.relieve(host);
      }
    }
    for (int unit : largestFirst()) {
      if (!place(unit)) {
        homeless(unit);
      }
    }
  }

  private void shelve() {
    var shelves = new Shelves(board, search.scarce, slack);
    for (int host = 0; host < board.hosts.count; host++) {
      if (ground.takes[host] && board.open[host]) {
        shelves.add(host);
      }
    }
    search.by(shelves);
  }

  private int[] largestFirst() {
    var waiting = new BitSet();
    for (int unit = 0; unit < board.units.count; unit++) {
      if (board.place[unit] == NOWHERE && ground.planned(unit)) {
        waiting.set(unit);
      }
    }
    return Order.descending(board.units.count, waiting.stream().toArray(), ground::share);
  }

  private void homeless(int unit) {
    for (int guest = board.units.first(unit); guest != NONE; guest = board.units.next(guest)) {
      if (board.units.home[guest] == NOWHERE) {
        alarms.add(new Alarm.Unplaced(board.units.guests.get(guest).id()));
      }
    }
  }

  /// To the best host that is open, or to the next that could be, or to one whose guest makes room.
  private boolean place(int unit) {
    int host = search.anywhere(unit);
    if (host < 0) {
      host = further(unit);
    }
    if (host < 0) {
      return ejection.to(unit, board.place[unit]);
    }
    search.move(unit, host);
    return true;
  }

  private int further(int unit) {
    for (int host : waiting.hosts()) {
      if (waiting.isOff(host) && unslacken()) {
        int found = search.anywhere(unit);
        if (found >= 0) {
          return found;
        }
      }
      if (!board.open[host] && board.mayTake(unit, host)) {
        open(host);
        return host;
      }
    }
    return unslacken() ? search.anywhere(unit) : NOWHERE;
  }

  /// Nobody is switched on, and nobody left out, before hosts are filled up.
  private boolean unslacken() {
    boolean some = slackened;
    if (some) {
      slackened = false;
      Arrays.fill(slack, 0);
      shelve();
    }
    return some;
  }

  private void open(int host) {
    board.open(host, true);
    search.shelves().add(host);
  }

  /// Further hosts until the loss of some can be borne; true when it can.
  boolean secure(Reserve reserve, Map<Integer, HostReason> reasons) {
    var because = new HostReason.Reserve(ground.conditions.safety().reserve());
    while (reserve.lacking(-1) >= 0 && !waiting.hosts().isEmpty()) {
      int host = waiting.hosts().getFirst();
      open(host);
      reserve.changed(host, 1);
      reasons.put(host, because);
    }
    return reserve.lacking(-1) < 0;
  }

  /// Everything that takes guests is on.
  void openAll() {
    waiting
        .hosts()
        .forEach(host -> {
          if (!board.open[host]) {
            open(host);
          }
        });
  }
}
