package dev.feierabend.sandbox.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The migrations that begin in one step. Until it has arrived a guest runs where it was, a tenth
/// slower, and loads its new host with that tenth. One that is told twice to move does both, and
/// stays where it was told last.
final class Traffic {
  /// What a guest loses while it moves, and what it costs its new host.
  static final double SHARE = 0.1;

  private record Leg(Move move, double begins, double ends) {}

  private final Hosting hosting;
  private final Rules rules;
  private final List<Leg> legs = new ArrayList<>();
  private final Set<Integer> booting = new HashSet<>();
  private final Map<Integer, Move> last = new HashMap<>();
  private final Map<Integer, Integer> leaving = new HashMap<>();
  private final Map<Integer, List<Integer>> coming = new HashMap<>();

  Traffic(List<Move> moves, Hosting hosting, List<GuestKind> kinds, Rules rules) {
    this.hosting = hosting;
    this.rules = rules;
    for (Move move : moves) {
      if (!hosting.open(move.to())) {
        throw new IllegalStateException("Expected a host that may boot but found " + move);
      }
      boolean boots = rules.boots() && hosting.empty(move.to());
      double begins = boots ? Rules.BOOT_SECONDS : 0;
      if (boots) {
        booting.add(move.to());
      }
      legs.add(new Leg(move, begins, begins + kinds.get(move.guest()).migrationSeconds()));
      last.put(move.guest(), move);
    }
  }

  /// Lets the step's 300 seconds pass.
  ///
  /// @param begin of the step, in seconds since the day's
  /// @param requested MIPS of each guest
  void pass(double begin, double[] requested, Meter meter) {
    double from = 0;
    for (double moment : moments()) {
      meter.pass(moment - from, requested, this);
      hosting.itIs(begin + moment);
      at(moment);
      from = moment;
    }
    meter.pass(Day.STEP_SECONDS - from, requested, this);
  }

  /// When something begins or ends, in seconds since the step's beginning, the first first.
  private NavigableSet<Double> moments() {
    var moments = new TreeSet<Double>();
    legs.forEach(leg -> {
      moments.add(leg.begins());
      moments.add(leg.ends());
    });
    return moments;
  }

  /// Carries out what is due at one of [#moments].
  private void at(double moment) {
    for (Leg leg : legs) {
      if (leg.begins() == moment) {
        booting.remove(leg.move().to());
        leaving.merge(leg.move().guest(), 1, Integer::sum);
        coming.computeIfAbsent(leg.move().to(), _ -> new ArrayList<>()).add(leg.move().guest());
      }
      if (leg.ends() == moment) {
        end(leg.move());
      }
    }
  }

  private void end(Move move) {
    leaving.computeIfPresent(move.guest(), (_, legsLeft) -> legsLeft == 1 ? null : legsLeft - 1);
    coming(move.to()).remove(Integer.valueOf(move.guest()));
    if (move.equals(last.get(move.guest()))) {
      int from = hosting.host(move.guest());
      hosting.remove(move.guest());
      hosting.put(move.guest(), move.to());
      if (hosting.empty(from)) {
        hosting.goesOff(from, rules.leastOffSeconds());
      }
    }
  }

  boolean boots(int host) {
    return booting.contains(host);
  }

  boolean leaves(int guest) {
    return leaving.containsKey(guest);
  }

  List<Integer> coming(int host) {
    return coming.getOrDefault(host, List.of());
  }
}
