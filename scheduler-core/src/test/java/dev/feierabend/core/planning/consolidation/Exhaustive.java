package dev.feierabend.core.planning.consolidation;

import dev.feierabend.core.planning.consolidation.Plan.Bound;
import dev.feierabend.core.planning.consolidation.Plan.Figures;
import dev.feierabend.core.planning.consolidation.Plan.HostAim;
import dev.feierabend.core.planning.consolidation.Plan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The best that is possible, found by looking at every way to place all guests and to switch all
/// hosts. What is legal is the checker's word.
final class Exhaustive {
  private final Task task;
  private final int[] place;
  private double joules = Double.POSITIVE_INFINITY;
  private int hosts = Integer.MAX_VALUE;

  private Exhaustive(Task task) {
    this.task = task;
    place = new int[task.guests().size()];
    from(0);
  }

  record Best(OptionalDouble joules, OptionalInt hosts) {}

  static Best of(Task task) {
    var all = new Exhaustive(task);
    return all.hosts == Integer.MAX_VALUE
        ? new Best(OptionalDouble.empty(), OptionalInt.empty())
        : new Best(OptionalDouble.of(all.joules), OptionalInt.of(all.hosts));
  }

  private void from(int guest) {
    if (guest == place.length) {
      switched();
      return;
    }
    for (int host = 0; host < task.hosts().size(); host++) {
      place[guest] = host;
      from(guest + 1);
    }
  }

  private void switched() {
    int used = 0;
    for (int host : place) {
      used |= 1 << host;
    }
    for (int on = 0; on < 1 << task.hosts().size(); on++) {
      if ((on & used) == used) {
        look(on);
      }
    }
  }

  private void look(int on) {
    Plan plan = plan(on);
    double told = plan.figures().joules(task.conditions().seconds());
    if (told >= joules && plan.figures().hostsOn() >= hosts) {
      return;
    }
    if (Checker.wrong(task, plan).isEmpty()) {
      joules = Math.min(joules, told);
      hosts = Math.min(hosts, plan.figures().hostsOn());
    }
  }

  private Plan plan(int on) {
    double[] cores = new double[task.hosts().size()];
    var moves = new ArrayList<Move>();
    double moved = 0;
    for (int i = 0; i < place.length; i++) {
      Guest guest = task.guests().get(i);
      cores[place[i]] += guest.peak().cores();
      MachineId to = task.hosts().get(place[i]).id();
      if (guest.home().filter(to::equals).isEmpty()) {
        moves.add(new Move(guest.id(), guest.home(), to, new MoveReason.Starts()));
        moved += guest.home().isPresent() ? guest.peak().memoryMiB() : 0;
      }
    }
    double watts = 0;
    double boots = 0;
    var aims = new ArrayList<HostAim>();
    for (int i = 0; i < cores.length; i++) {
      Host host = task.hosts().get(i);
      boolean is = (on & 1 << i) != 0;
      double load = cores[i] / host.capacity().cores();
      watts += is ? host.curve().orElseThrow().at(load).value() : host.switching().standbyWatts();
      boots += !is && host.state() instanceof Host.On ? host.switching().bootJoules() : 0;
      HostReason reason =
          is ? new HostReason.WouldNotPayBack() : new HostReason.Unneeded(Instant.MAX);
      aims.add(new HostAim(host.id(), is, reason));
    }
    double migrations = moved * task.conditions().moving().joulesPerMiB();
    var figures = new Figures(Integer.bitCount(on), watts, migrations, boots);
    return new Plan(aims, moves, figures, new Bound(0, 0), List.of(), 0, false);
  }
}
