package dev.feierabend.bench.plan;

import dev.feierabend.core.planning.consolidation.Consolidation;
import dev.feierabend.core.planning.consolidation.Outcome;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.core.planning.consolidation.Task;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Plans large fleets from scratch and again after a change, on one thread, in processor time.
///
/// @param rounds that count; as many are run before to warm up
/// @param hosts of the fleet in the middle; there is one of a tenth and one of tenfold, too
public record Planned(int rounds, int hosts, PrintWriter out) {
  private static final int GUESTS_A_HOST = 15;
  private static final long SEED = 20_261_127;

  /// On a machine that others use too, processor time tells what one core takes.
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Measured(double seconds, Plan plan) {}

  public void measure() {
    out.printf("seed %d, %d guests a host, cores used by 30 %%%n", SEED, GUESTS_A_HOST);
    for (boolean running : new boolean[] {false, true}) {
      out.println(running ? "spread over all hosts, to be moved" : "nobody runs yet");
      double before = 0;
      for (int size : new int[] {hosts / 10, hosts, hosts * 10}) {
        before = grown(size, running, before);
      }
    }
  }

  private double grown(int size, boolean running, double before) {
    int guests = size * GUESTS_A_HOST;
    Task task = LargeFleet.of(size, guests, running, SEED);
    Measured first = plan(task);
    tell("from scratch", size, guests, first);
    Task after = LargeFleet.afterwards(task, first.plan(), SEED);
    tell("after 1 % changed", size, guests, plan(after));
    double unit = first.seconds() / (guests * Math.log(guests));
    if (before > 0) {
      out.printf(Locale.ROOT, "    tenfold guests, / n log n: %.2f times as long%n", unit / before);
    }
    out.flush();
    return unit;
  }

  private Measured plan(Task task) {
    double[] seconds = new double[rounds];
    Plan plan = once(task);
    for (int round = -rounds; round < rounds; round++) {
      long began = THREADS.getCurrentThreadCpuTime();
      plan = once(task);
      if (round >= 0) {
        seconds[round] = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
      }
    }
    return new Measured(DoubleStream.of(seconds).sorted().toArray()[rounds / 2], plan);
  }

  private static Plan once(Task task) {
    return switch (Consolidation.plan(task)) {
      case Outcome.Planned(var plan) -> plan;
      case Outcome.Refused(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }

  private void tell(String what, int size, int guests, Measured measured) {
    Plan plan = measured.plan();
    out.printf(
        Locale.ROOT,
        "  %,7d hosts %,9d guests, %-17s %8.1f ms; %,d hosts on, least possible %,d;"
            + " watts %.2f %% above the bound; %,d moves, %,d candidates%s, %d alarms%n",
        size,
        guests,
        what,
        measured.seconds() * 1e3,
        plan.figures().hostsOn(),
        plan.bound().hosts(),
        100 * (plan.figures().watts() / plan.bound().watts() - 1),
        plan.moves().size(),
        plan.tried(),
        plan.exhausted() ? " (budget at its end)" : "",
        plan.alarms().size());
  }
}
