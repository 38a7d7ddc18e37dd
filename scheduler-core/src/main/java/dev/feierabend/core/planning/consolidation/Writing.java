package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.UnitTable.NOWHERE;

import dev.feierabend.core.planning.consolidation.Plan.Bound;
import dev.feierabend.core.planning.consolidation.Plan.Figures;
import dev.feierabend.core.planning.consolidation.Plan.HostAim;
import dev.feierabend.core.planning.consolidation.Plan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Writes down what the board shows, with reasons.
final class Writing {
  private final Ground ground;
  private final Board board;
  private final Map<Integer, HostReason> reasons;
  private final Map<Integer, MoveReason> causes;
  private final boolean everythingOn;
  private final Map<Integer, List<Integer>> left = new HashMap<>();

  Writing(
      Ground ground,
      Board board,
      Map<Integer, HostReason> reasons,
      Map<Integer, MoveReason> causes,
      boolean everythingOn) {
    this.ground = ground;
    this.board = board;
    this.reasons = reasons;
    this.causes = causes;
    this.everythingOn = everythingOn;
  }

  Plan plan(double dual, List<Alarm> alarms, Search search) {
    List<Move> moves = moves();
    var aims = new ArrayList<HostAim>();
    int on = 0;
    for (int host = 0; host < board.hosts.count; host++) {
      boolean is = on(host);
      on += is && !(state(host) instanceof Host.Away) ? 1 : 0;
      aims.add(new HostAim(id(host), is, is ? whyOn(host) : whyOff(host)));
    }
    var figures = new Figures(on, board.watts(), board.moveJoules(), board.bootJoules());
    return new Plan(
        aims, moves, figures, bound(figures, dual), alarms, search.tried(), search.exhausted());
  }

  private Host.State state(int host) {
    return board.hosts.hosts.get(host).state();
  }

  private MachineId id(int host) {
    return board.hosts.hosts.get(host).id();
  }

  private boolean on(int host) {
    return board.open[host];
  }

  private Instant until() {
    return ground.conditions.until();
  }

  /// With everything on there is but one plan.
  private Bound bound(Figures figures, double dual) {
    double fixed = 0;
    int frozen = 0;
    for (int host = 0; host < board.hosts.count; host++) {
      if (!ground.takes[host] && !(state(host) instanceof Host.Away)) {
        fixed += board.watts(host);
        frozen++;
      }
    }
    if (everythingOn) {
      return new Bound(figures.hostsOn(), Math.min(dual + fixed, figures.watts()));
    }
    int least =
        new HostBound(board.hosts, ground.largest, ground::forced)
            .least(
                ground.need,
                ground.conditions.safety().reserve(),
                board.apartness.widest() - ground.frozen.cardinality());
    return new Bound(least + frozen, dual + fixed);
  }

  private List<Move> moves() {
    var moves = new ArrayList<Move>();
    for (int guest = 0; guest < board.units.home.length; guest++) {
      int home = board.units.home[guest];
      int at = board.whereIs(guest);
      if (at != home && at != NOWHERE) {
        Optional<MachineId> from = home == NOWHERE ? Optional.empty() : Optional.of(id(home));
        moves.add(new Move(board.units.guests.get(guest).id(), from, id(at), why(guest, home)));
        if (home != NOWHERE) {
          left.computeIfAbsent(home, _ -> new ArrayList<>()).add(at);
        }
      }
    }
    return moves;
  }

  private MoveReason why(int guest, int home) {
    if (home == NOWHERE) {
      return new MoveReason.Starts();
    }
    if (!board.open[home]) {
      return new MoveReason.Vacates(id(home), until());
    }
    MoveReason cause = causes.getOrDefault(board.units.unitOf(guest), new MoveReason.MakesRoom());
    return cause instanceof MoveReason.EntersItsZone
        ? new MoveReason.EntersItsZone(board.hosts.hosts.get(board.whereIs(guest)).zone())
        : cause;
  }

  private HostReason whyOff(int host) {
    List<Integer> to = left.getOrDefault(host, List.of());
    if (to.isEmpty()) {
      return new HostReason.Unneeded(until());
    }
    var carriers = new TreeSet<MachineId>();
    double[] free = new double[board.hosts.width];
    double[] room = new double[board.hosts.width];
    to.forEach(carrier -> carriers.add(id(carrier)));
    for (int at : new TreeSet<>(to)) {
      for (int i = 0; i < free.length; i++) {
        free[i] += board.free(at, i);
        room[i] += board.hosts.room[at * free.length + i];
      }
    }
    double spare = 1;
    for (int i = 0; i < free.length; i++) {
      spare = room[i] > 0 ? Math.min(spare, free[i] / room[i]) : spare;
    }
    return new HostReason.Vacated(to.size(), carriers, until(), Math.max(0, spare));
  }

  private HostReason whyOn(int host) {
    if (state(host) instanceof Host.Away(var because)) {
      return new HostReason.LeftAlone(because);
    }
    HostReason held = ground.held.get(host);
    if (held != null) {
      return held;
    }
    if (everythingOn) {
      return new HostReason.EverythingOn();
    }
    if (!ground.takes[host]) {
      return new HostReason.Needed(tooLarge(host));
    }
    return reasons.getOrDefault(host, new HostReason.NotLookedAt());
  }

  private GuestId tooLarge(int host) {
    int guest = ground.tooLarge.nextSetBit(0);
    while (board.units.home[guest] != host) {
      guest = ground.tooLarge.nextSetBit(guest + 1);
    }
    return board.units.guests.get(guest).id();
  }
}
