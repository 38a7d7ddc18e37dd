package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;
import static dev.feierabend.core.planning.consolidation.UnitTable.NOWHERE;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Who is where, and what that takes. Everything is counted as it changes.
final class Board {
  /// Members are on different hosts, as they were found.
  static final int SCATTERED = -2;

  final HostTable hosts;
  final UnitTable units;
  final int[] place;
  final double[] used;

  /// Who counts as on.
  final boolean[] open;

  /// How many guests of scattered units are on each host; they can't leave it together.
  final int[] scattered;

  final Apartness apartness;
  final MoveCount moves;
  private final double seconds;
  private final Occupants there;
  private double watts;
  private double boots;

  Board(HostTable hosts, UnitTable units, Conditions conditions) {
    this.hosts = hosts;
    this.units = units;
    place = new int[units.count];
    Arrays.fill(place, NOWHERE);
    used = new double[hosts.count * hosts.width];
    open = new boolean[hosts.count];
    scattered = new int[hosts.count];
    apartness = new Apartness(units, hosts);
    moves = new MoveCount(units, hosts.count, conditions.moving());
    seconds = conditions.seconds();
    there = new Occupants(hosts.count, units.count);
    for (int host = 0; host < hosts.count; host++) {
      watts += watts(host);
      boots += boot(host);
    }
  }

  static boolean within(double[] need, int row, double[] room, int other, int width) {
    for (int i = 0; i < width; i++) {
      if (need[row + i] > room[other + i] + 1e-9 * (1 + room[other + i])) {
        return false;
      }
    }
    return true;
  }

  double watts(int host) {
    return open[host] ? hosts.watts(host, used[host * hosts.width]) : hosts.standby(host);
  }

  private double boot(int host) {
    Host it = hosts.hosts.get(host);
    return !open[host] && it.state() instanceof Host.On && hosts.counted(host)
        ? it.switching().bootJoules()
        : 0;
  }

  double moveJoules() {
    return moves.joules();
  }

  double bootJoules() {
    return boots;
  }

  double watts() {
    return watts;
  }

  /// What it all takes until the window ends.
  double joules() {
    return watts * seconds + moves.joules() + boots;
  }

  void open(int host, boolean on) {
    watts -= watts(host);
    boots -= boot(host);
    open[host] = on;
    watts += watts(host);
    boots += boot(host);
  }

  double free(int host, int resource) {
    int at = host * hosts.width + resource;
    return hosts.room[at] - used[at];
  }

  boolean overloaded(int host) {
    return !within(used, host * hosts.width, hosts.room, host * hosts.width, hosts.width);
  }

  boolean fits(int unit, int host) {
    int row = unit * hosts.width;
    int at = host * hosts.width;
    for (int i = 0; i < hosts.width; i++) {
      double room = hosts.room[at + i];
      if (used[at + i] + units.size[row + i] > room + 1e-9 * (1 + room)) {
        return false;
      }
    }
    return true;
  }

  /// Room, zones, rules and moves that are left; `host` isn't asked whether it takes guests at all.
  boolean mayTake(int unit, int host) {
    if (!fits(unit, host)
        || !units.mayBeIn(unit, hosts.zone[host])
        || !moves.mayEnter(unit, host)) {
      return false;
    }
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      if (!apartness.allow(guest, whereIs(guest), host)) {
        return false;
      }
    }
    return true;
  }

  int whereIs(int guest) {
    int at = place[units.unitOf(guest)];
    return at == SCATTERED ? units.home[guest] : at;
  }

  /// Whether its moving isn't limited any further: all have left home already, or may.
  boolean mayLeave(int unit) {
    boolean gone = place[unit] >= 0;
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      gone &= units.home[guest] != place[unit];
    }
    return !units.pinned[unit] && (gone || moves.mayLeave(unit));
  }

  boolean isEmpty(int host) {
    return there.many(host) == 0;
  }

  /// The units that are on `host` now.
  Ranking on(int host, IntToDoubleFunction key) {
    var ranking = new Ranking(there.many(host));
    for (int i = 0; i < there.many(host); i++) {
      int unit = there.unit(host, i);
      ranking.add(unit, key.applyAsDouble(unit));
    }
    ranking.rank();
    return ranking;
  }

  /// At home, together or not; nowhere if no member runs.
  void seat(int unit) {
    int home = units.home[units.first(unit)];
    boolean one = true;
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      one &= units.home[guest] == home;
    }
    if (one && home != NOWHERE) {
      put(unit, home);
    } else if (!one) {
      place[unit] = SCATTERED;
      for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
        settle(guest, units.home[guest], 1);
        scattered(units.home[guest], 1);
      }
    }
  }

  private void scattered(int host, int by) {
    if (host != NOWHERE) {
      scattered[host] += by;
    }
  }

  /// Takes `unit` from wherever it is to `host`.
  void put(int unit, int host) {
    if (place[unit] >= 0) {
      there.remove(place[unit], unit);
    }
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      if (place[unit] == SCATTERED) {
        scattered(units.home[guest], -1);
      }
      settle(guest, whereIs(guest), -1);
    }
    place[unit] = host;
    for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
      settle(guest, host, 1);
    }
    there.add(host, unit);
  }

  private void settle(int guest, int host, int by) {
    if (host == NOWHERE) {
      return;
    }
    watts -= watts(host);
    int at = host * hosts.width;
    for (int i = 0; i < hosts.width; i++) {
      used[at + i] += by * units.peaks[guest * hosts.width + i];
    }
    watts += watts(host);
    apartness.count(guest, host, by);
    moves.count(guest, host, by);
  }
}
