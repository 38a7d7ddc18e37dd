package dev.feierabend.sandbox.study;

import java.util.List;
import java.util.stream.IntStream;

/// One day under one set of rules, as one method lives it.
final class Simulation {
  private final Day day;
  private final Rules rules;
  private final Method method;
  private final Hosting hosting;
  private final Seen seen;
  private final Meter meter;
  private final double[] requested;
  private int migrations;

  private Simulation(Day day, Rules rules, Method method) {
    this.day = day;
    this.rules = rules;
    this.method = method;
    hosting = new Hosting(day.guests());
    seen = new Seen(day.kinds(), hosting, rules.enforcesMemory());
    meter = new Meter(hosting, rules, method.withoutPowerManagement());
    requested = new double[day.guests()];
  }

  static Figures run(Day day, Rules rules, Method method) {
    var simulation = new Simulation(day, rules, method);
    for (int step = 0; step < Day.STEPS; step++) {
      simulation.live(step);
    }
    return simulation.meter.figures(simulation.migrations, (int) simulation.here().count());
  }

  private void live(int step) {
    double begin = step * Day.STEP_SECONDS;
    hosting.itIs(begin);
    meter.counts(rules.counts(step));
    show(step - rules.delay());
    if (step == 0) {
      begin();
    } else if (rules.removesIdleGuests()) {
      here().filter(guest -> day.held(guest, step) == 0).forEach(hosting::remove);
    }
    for (int guest = 0; guest < requested.length; guest++) {
      boolean here = hosting.host(guest) != Hosting.NOWHERE;
      requested[guest] = here ? day.held(guest, step) * day.kinds().get(guest).mips() : 0;
    }
    List<Move> moves = step == 0 ? List.of() : method.decide(seen);
    migrations += moves.size();
    new Traffic(moves, hosting, day.kinds(), rules).pass(begin, requested, meter);
    if (rules.enforcesMemory()) {
      hosting.checkMemory(day.kinds());
    }
  }

  private void show(int step) {
    if (step < (method.ofCloudSim() ? 1 : 0)) {
      return;
    }
    seen.show(
        IntStream.range(0, day.guests())
            .mapToDouble(
                guest -> method.ofCloudSim() ? day.held(guest, step) : day.sample(guest, step))
            .toArray());
  }

  private void begin() {
    List<Integer> hosts = method.place(seen);
    for (int guest = 0; guest < day.guests(); guest++) {
      hosting.put(guest, hosts.get(guest));
    }
  }

  private IntStream here() {
    return IntStream.range(0, day.guests()).filter(guest -> hosting.host(guest) != Hosting.NOWHERE);
  }
}
