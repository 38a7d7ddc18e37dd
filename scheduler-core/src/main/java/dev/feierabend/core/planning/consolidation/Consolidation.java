package dev.feierabend.core.planning.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Plans which hosts are on until the window ends. Pure, and independent of the order in which
/// hosts, guests and rules are told: equal tasks get equal plans.
///
/// Everybody is seated (power-aware best fit decreasing), then hosts are emptied one by one as long
/// as that saves energy over the rest of the window and the budget lasts; so whenever it ends there
/// is a plan. A host that is off comes on only when those that are on can't carry all; a host goes
/// off only when what that saves exceeds moves and boot.
public final class Consolidation {
  private final Ground ground;
  private final Board board;
  private final Search search;
  private final Dual dual;
  private final double[] value;
  private final double[] slack;
  private final Map<Integer, HostReason> reasons = new HashMap<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private Map<Integer, MoveReason> causes = Map.of();
  private boolean everythingOn;

  private Consolidation(Sorted sorted) {
    ground = new Ground(sorted);
    board = new Board(ground.hosts, ground.units, ground.conditions);
    search = new Search(ground, board);
    double headroom = ground.conditions.safety().headroom();
    var kinds = new Kinds(ground.hosts, host -> ground.takes[host], ground::forced, headroom);
    dual = new Dual(kinds, ground.need);
    value = new double[ground.hosts.count];
    slack = new double[ground.hosts.count];
    double[] ofKind = kinds.all.stream().mapToDouble(dual::value).toArray();
    double[] load =
        kinds.all.stream().mapToDouble(kind -> kind.bestLoad(dual.prices()[0])).toArray();
    for (int host = 0; host < value.length; host++) {
      if (kinds.of[host] >= 0) {
        value[host] = ofKind[kinds.of[host]];
        slack[host] = slack(host, load[kinds.of[host]]);
      }
    }
  }

  /// Above its best load a host is filled only where nobody else is.
  private double slack(int host, double load) {
    double room = ground.hosts.room[host * ground.hosts.width];
    return search.scarce == 0 && load > 0 ? Math.max(0, room - load) : 0;
  }

  public static Outcome plan(Task task) {
    var sorted = new Sorted(task);
    List<Fault> faults = Inspection.faults(sorted);
    return faults.isEmpty()
        ? new Outcome.Planned(new Consolidation(sorted).plan())
        : new Outcome.Refused(faults);
  }

  private Plan plan() {
    for (int unit = 0; unit < board.units.count; unit++) {
      board.seat(unit);
    }
    for (int host = 0; host < board.hosts.count; host++) {
      boolean carries = !board.isEmpty(host) || board.scattered[host] > 0;
      boolean held = ground.forced(host) || !ground.takes[host];
      if (carries || held || !pays(host)) {
        board.open(host, true);
      }
    }
    var seating = new Seating(search, value, slack);
    seating.seat();
    causes = seating.causes;
    alarms.addAll(seating.alarms);
    everythingOn = !seating.alarms.isEmpty() || ground.overloaded(board);
    if (everythingOn) {
      seating.openAll();
    } else {
      improve(seating);
    }
    alarms.addAll(new Alarms(ground, board).all());
    return new Writing(ground, board, reasons, causes, everythingOn)
        .plan(dual.watts(), alarms, search);
  }

  /// Whether an idle host would save more than its boot takes; who is off already does.
  private boolean pays(int host) {
    Host it = ground.hosts.hosts.get(host);
    double saved =
        (ground.hosts.watts(host, 0) - ground.hosts.standby(host)) * ground.conditions.seconds();
    return !(it.state() instanceof Host.On) || saved > it.switching().bootJoules();
  }

  private void improve(Seating seating) {
    var reserve = new Reserve(ground, board);
    reserve.count();
    if (!seating.secure(reserve, reasons)) {
      String lacking = ground.hosts.resources.get(reserve.lacking(-1));
      alarms.add(new Alarm.NoReserve(lacking));
      var because = new HostReason.Reserve(ground.conditions.safety().reserve());
      for (int host = 0; host < board.hosts.count; host++) {
        reasons.put(host, because);
      }
    } else {
      new Improving(search, new Emptying(search, reserve, reasons), value, slack).run();
    }
  }
}
