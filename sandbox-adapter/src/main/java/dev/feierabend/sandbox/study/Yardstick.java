package dev.feierabend.sandbox.study;

import java.util.List;
import java.util.stream.IntStream;

/// LR-MMT living the same day on paper, by the samples that are seen, where memory is free: what is
/// customary to spend on a day as restless as this one so far. No other figure tells it: LR-MMT's
/// migrations a guest differ from day to day by a seventh, its MIPS lost on the way by a third.
///
/// It is a step behind: what CloudSim holds for a step follows from that step's sample and the next
/// one. So it lives exactly the day that the method itself lives; shown samples instead, it would
/// end that day with other migrations, for where one of its moves differs all that follow do.
final class Yardstick {
  private final Method method = MethodName.LR_MMT.begin();
  private final List<GuestKind> kinds;
  private final Hosting hosting;
  private final Seen seen;
  private final Meter meter;
  private int steps;
  private int migrations;

  Yardstick(Seen real) {
    kinds = IntStream.range(0, real.guests()).mapToObj(real::kind).toList();
    hosting = new Hosting(kinds.size());
    seen = new Seen(kinds, hosting, false);
    meter = new Meter(hosting, Rules.KEPT, false);
    meter.counts(true);
  }

  /// Lives the step before the newest sample, once.
  void live(Seen real) {
    if (steps + 1 >= real.samples()) {
      return;
    }
    double[] shares =
        guests().mapToDouble(it -> Day.held(real.share(it, 1), real.share(it, 0))).toArray();
    double[] requested = guests().mapToDouble(it -> shares[it] * kinds.get(it).mips()).toArray();
    double begin = steps * Day.STEP_SECONDS;
    hosting.itIs(begin);
    List<Move> moves = steps == 0 ? begin() : goOn(shares);
    migrations += moves.size();
    new Traffic(moves, hosting, kinds, Rules.KEPT).pass(begin, requested, meter);
    steps++;
  }

  /// CloudSim's methods see no load before their second step.
  private List<Move> begin() {
    List<Integer> hosts = method.place(seen);
    guests().forEach(guest -> hosting.put(guest, hosts.get(guest)));
    return List.of();
  }

  private List<Move> goOn(double[] shares) {
    seen.show(shares);
    return method.decide(seen);
  }

  private IntStream guests() {
    return IntStream.range(0, kinds.size());
  }

  int steps() {
    return steps;
  }

  Figures figures() {
    return meter.figures(migrations, kinds.size());
  }
}
