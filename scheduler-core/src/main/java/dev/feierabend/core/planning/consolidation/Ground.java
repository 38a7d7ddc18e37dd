package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// What is fixed before anything is sought: who takes guests at all, who stays on and why, how much
/// is needed.
final class Ground {
  final Conditions conditions;
  final Sorted sorted;
  final HostTable hosts;
  final UnitTable units;

  /// Guests that fit on no host that they may run on.
  final BitSet tooLarge = new BitSet();

  /// Hosts that neither take guests nor lose any: left alone, or home to one that is too large.
  final BitSet frozen = new BitSet();

  final boolean[] takes;

  /// Why hosts stay on, whatever is saved.
  final Map<Integer, HostReason> held = new HashMap<>();

  private final BitSet forced = new BitSet();

  final Largest largest;

  /// What all guests together need that are on no frozen host.
  final double[] need;

  Ground(Sorted sorted) {
    this.sorted = sorted;
    conditions = sorted.conditions();
    hosts = new HostTable(sorted);
    for (int host = 0; host < hosts.count; host++) {
      frozen.set(host, hosts.hosts.get(host).state() instanceof Host.Away);
    }
    int[] home = sorted.table.home;
    double[] peaks = sorted.table.peaks(hosts);
    new Sizing(sorted, hosts, peaks, frozen).tooLarge(tooLarge);
    tooLarge.stream().filter(guest -> home[guest] >= 0).forEach(guest -> frozen.set(home[guest]));
    takes = new boolean[hosts.count];
    for (int host = 0; host < hosts.count; host++) {
      takes[host] = !frozen.get(host);
    }
    largest = new Largest(hosts, takes);
    units =
        new UnitTable(sorted, hosts, peaks, guest -> tooLarge.get(guest) || frozen(home[guest]));
    need = need();
    hold();
    held.keySet().forEach(forced::set);
  }

  private boolean frozen(int host) {
    return host >= 0 && frozen.get(host);
  }

  /// Whether a unit is planned: neither on a frozen host nor too large.
  boolean planned(int unit) {
    int guest = units.first(unit);
    int home = units.home[guest];
    return home >= 0 ? takes[home] : !tooLarge.get(guest);
  }

  boolean forced(int host) {
    return forced.get(host);
  }

  /// Whether some host would have to carry more than it can.
  boolean overloaded(Board board) {
    for (int host = 0; host < takes.length; host++) {
      if (takes[host] && board.overloaded(host)) {
        return true;
      }
    }
    return false;
  }

  /// The largest part that a unit needs of all that is needed of a resource, 0 to 1.
  double share(int unit) {
    double most = 0;
    for (int i = 0; i < need.length; i++) {
      most = Math.max(most, units.size[unit * need.length + i] / (need[i] + 1e-12));
    }
    return most;
  }

  /// The first rule that makes `unit` one.
  String togetherRule(int unit) {
    GuestId first = units.guests.get(units.first(unit)).id();
    return sorted.rules().stream()
        .filter(rule -> rule instanceof Rule.Together && rule.guests().contains(first))
        .map(Rule::name)
        .findFirst()
        .orElse("");
  }

  private double[] need() {
    double[] all = new double[hosts.width];
    for (int unit = 0; unit < units.count; unit++) {
      if (planned(unit)) {
        for (int i = 0; i < all.length; i++) {
          all[i] += units.size[unit * all.length + i];
        }
      }
    }
    return all;
  }

  private void hold() {
    for (int host = 0; host < hosts.count; host++) {
      if (takes[host]) {
        hold(host, hosts.hosts.get(host));
      }
    }
    for (int unit = 0; unit < units.count; unit++) {
      if (units.pinned[unit] && planned(unit)) {
        for (int guest = units.first(unit); guest != NONE; guest = units.next(guest)) {
          Guest it = units.guests.get(guest);
          if (it.pinned()) {
            held.put(units.home[guest], new HostReason.Pinned(it.id()));
          }
        }
      }
    }
    rotate();
  }

  private void hold(int at, Host host) {
    switch (host.state()) {
      case Host.Kept(var because) -> held.put(at, new HostReason.Kept(because));
      case Host.On _ when host.curve().isEmpty() -> held.put(at, new HostReason.NoCurve());
      case Host.On _ -> {
        Duration boot = host.switching().boot();
        Duration minimum = conditions.resting().minimumOff();
        Duration least = minimum.compareTo(boot) > 0 ? minimum : boot;
        if (conditions.rest().compareTo(least) < 0) {
          held.put(at, new HostReason.OffTime(conditions.rest(), least));
        }
      }
      case Host.Off _, Host.Away _ -> {}
    }
  }

  /// The one that has been off longest, if it has been for so long.
  private void rotate() {
    int longest = -1;
    for (int host = 0; host < hosts.count; host++) {
      if (hosts.hosts.get(host).state() instanceof Host.Off off
          && Duration.between(off.since(), conditions.at())
                  .compareTo(conditions.resting().rotateAfter())
              >= 0
          && (longest < 0 || off.since().isBefore(since(longest)))) {
        longest = host;
      }
    }
    if (longest >= 0) {
      held.put(longest, new HostReason.Rotated(since(longest)));
    }
  }

  private Instant since(int host) {
    return hosts.hosts.get(host).state() instanceof Host.Off off ? off.since() : conditions.at();
  }
}
