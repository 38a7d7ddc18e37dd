package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.UnitTable.NOWHERE;

import dev.feierabend.core.planning.consolidation.Conditions.Resting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  private final List<Integer> waiting;
  private final Ejection ejection;
  private final int[] turn;
  private int firstWaiting;
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
    turn = new int[board.hosts.count];
    Arrays.setAll(turn, this::turn);
    waiting = waiting(value);
    ejection = new Ejection(search);
    slackened = Arrays.stream(slack).anyMatch(it -> it > 0);
  }

  private List<Integer> waiting(double[] value) {
    return IntStream.range(0, board.hosts.count)
        .filter(host -> ground.takes[host] && !board.open[host])
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer host) -> turn[host])
                .thenComparingDouble(host -> value[host])
                .thenComparing(this::offSince))
        .toList();
  }

  /// Those on, those off, those that have only just gone off.
  private int turn(int host) {
    Resting resting = ground.conditions.resting();
    return switch (board.hosts.hosts.get(host).state()) {
      case Host.Off(var since)
          when Duration.between(since, ground.conditions.at()).compareTo(resting.minimumOff())
              < 0 ->
          2;
      case Host.Off _ -> 1;
      case Host.On _, Host.Kept _, Host.Away _ -> 0;
    };
  }

  private Instant offSince(int host) {
    return board.hosts.hosts.get(host).state() instanceof Host.Off(var since) ? since : Instant.MIN;
  }

  void seat() {
    shelve();
    for (int unit = 0; unit < board.units.count; unit++) {
      if (ground.planned(unit)) {
        correct(unit);
      }
    }
    for (int host = 0; host < board.hosts.count; host++) {
      if (ground.takes[host] && board.overloaded(host)) {
        relieve(host);
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
    return IntStream.range(0, board.units.count)
        .filter(unit -> board.place[unit] == NOWHERE && ground.planned(unit))
        .boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -share(unit)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The largest part that it needs of all that is needed of a resource.
  private double share(int unit) {
    double most = 0;
    for (int i = 0; i < ground.need.length; i++) {
      double part = board.units.size[unit * ground.need.length + i] / (ground.need[i] + 1e-12);
      most = Math.max(most, part);
    }
    return most;
  }

  /// Leads together what was scattered, and away who breaks a rule or is outside of its zones.
  private void correct(int unit) {
    int at = board.place[unit];
    if (at == Board.SCATTERED) {
      if (gather(unit)) {
        causes.put(unit, new MoveReason.Obeys(ground.togetherRule(unit)));
      } else {
        homeless(unit);
      }
    } else if (at >= 0 && !board.units.pinned[unit]) {
      MoveReason cause = wrong(unit, at);
      if (cause != null && board.mayLeave(unit) && place(unit)) {
        causes.put(unit, cause);
      }
    }
  }

  private void homeless(int unit) {
    for (int guest : board.units.members[unit]) {
      if (board.units.home[guest] == NOWHERE) {
        alarms.add(new Alarm.Unplaced(board.units.guests.get(guest).id()));
      }
    }
  }

  private @org.jspecify.annotations.Nullable MoveReason wrong(int unit, int at) {
    if (!board.units.mayBeIn(unit, board.hosts.zone[at])) {
      return new MoveReason.EntersItsZone("");
    }
    for (int guest : board.units.members[unit]) {
      for (int rule : board.units.aparts[guest]) {
        if (board.apartness.at(rule, at) > 1) {
          return new MoveReason.Obeys(board.units.apartRules.get(rule).name());
        }
      }
    }
    return null;
  }

  /// Where a pinned member is, else with the others where one of them is, else elsewhere.
  private boolean gather(int unit) {
    if (!board.moves.mayLeave(unit)) {
      return false;
    }
    for (int guest : board.units.members[unit]) {
      int home = board.units.home[guest];
      boolean here = !board.units.pinned[unit] || board.units.guests.get(guest).pinned();
      if (here && home >= 0 && ground.takes[home] && board.mayTake(unit, home)) {
        search.move(unit, home);
        return true;
      }
    }
    return !board.units.pinned[unit] && place(unit);
  }

  /// By one small guest where one is enough, else by the largest first.
  private void relieve(int host) {
    while (board.overloaded(host)) {
      int leaving = NOWHERE;
      for (int unit : leavers(host)) {
        if (board.mayLeave(unit) && place(unit)) {
          causes.put(unit, new MoveReason.Relieves(board.hosts.hosts.get(host).id()));
          leaving = unit;
          break;
        }
      }
      if (leaving == NOWHERE) {
        return;
      }
    }
  }

  /// The smallest that is enough first, after them the largest; no share is above 1.
  private int[] leavers(int host) {
    return board.on(host, unit -> cures(unit, host) ? share(unit) : 2 - share(unit));
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
    while (firstWaiting < waiting.size() && board.open[waiting.get(firstWaiting)]) {
      firstWaiting++;
    }
    for (int i = firstWaiting; i < waiting.size(); i++) {
      int host = waiting.get(i);
      if (turn[host] > 0 && unslacken()) {
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
    int lost = ground.conditions.safety().reserve();
    for (int host : waiting) {
      if (reserve.lacking(-1) < 0) {
        return true;
      }
      if (!board.open[host]) {
        open(host);
        reserve.changed(host, 1);
        reasons.put(host, new HostReason.Reserve(lost));
      }
    }
    return reserve.lacking(-1) < 0;
  }

  /// Everything that takes guests is on.
  void openAll() {
    waiting.forEach(host -> {
      if (!board.open[host]) {
        open(host);
      }
    });
  }
}
