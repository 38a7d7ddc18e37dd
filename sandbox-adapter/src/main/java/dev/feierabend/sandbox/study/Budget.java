package dev.feierabend.sandbox.study;

import java.util.stream.IntStream;

/// What there is to spend by now, in migrations, short seconds and MIPS lost on the way, and how
/// fast it is spent. What there is follows from the [Yardstick]; so do the prices of a second and a
/// MIPS in migrations, for what there is less of is dearer, and what is spent faster grows so.
final class Budget {
  /// What all short seconds, and all MIPS lost, that may be spent are worth of all migrations.
  private static final double WORTH_OF_SECONDS = 0.7;

  private static final double WORTH_OF_MIPS = 0.4;

  /// How much of it is spent; the rest is for what can't be foreseen.
  private static final double USED = 0.99;

  private static final double GAIN = 0.1;
  private static final double GAIN_OF_PRICES = 0.03;
  private static final double DEAREST = 3;

  /// Steps in which too much, or too little, is made up for: so many, or those that are left.
  private static final int MADE_UP = 36;

  private static final int MADE_UP_AT_LEAST = 6;

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 1.6;

  private final Allowance allowance;
  private final Yardstick yardstick;
  private double hostSeconds;
  private double asked;
  private Spending allowed = Spending.JUST_AS_MUCH;
  private Spending allowedSoFar = Spending.JUST_AS_MUCH;
  private Spending spentSoFar = Spending.NONE;
  private Spending pace = Spending.JUST_AS_MUCH;
  private double dearness = 1;
  private boolean known;

  Budget(Allowance allowance, Seen seen) {
    this.allowance = allowance;
    yardstick = new Yardstick(seen);
  }

  /// Takes in the newest sample.
  void learn(Seen seen) {
    yardstick.live(seen);
    Figures customary = yardstick.figures();
    double hosts = IntStream.range(0, Park.HOSTS).filter(h -> !seen.on(h).isEmpty()).count();
    double mips = IntStream.range(0, seen.guests()).mapToDouble(seen::demand).sum();
    hostSeconds += hosts * Day.STEP_SECONDS;
    asked += mips * Day.STEP_SECONDS;
    known =
        yardstick.steps() > Outlook.WINDOW
            && customary.migrations() > 0
            && customary.slav() * mips > 0;
    if (known) {
      double migrations = (double) customary.migrations() / yardstick.steps();
      double soFar = migrations * seen.samples();
      allowedSoFar = allowed(customary, soFar, hostSeconds, asked);
      allowed = allowed(customary, migrations, hosts * Day.STEP_SECONDS, mips * Day.STEP_SECONDS);
    }
  }

  private Spending allowed(Figures customary, double migrations, double seconds, double mips) {
    return new Spending(
        allowance.migrations() * migrations,
        allowance.slatah() * customary.slatah() * seconds,
        allowance.pdm() * customary.pdm() * mips);
  }

  Toll.Prices prices() {
    return known
        ? new Toll.Prices(
            dearness * WORTH_OF_SECONDS * allowed.migrations() / allowed.seconds(),
            dearness * WORTH_OF_MIPS * allowed.migrations() / allowed.mips())
        : Toll.Prices.FIRST;
  }

  /// Migrations that may still be told by now; below none where there were too many.
  double left() {
    return known ? allowedSoFar.migrations() - spentSoFar.migrations() : Double.MAX_VALUE;
  }

  /// @param step what was spent in it
  /// @return how fast is spent, of how fast may be
  double spend(Spending step) {
    spentSoFar = spentSoFar.plus(step);
    if (!known) {
      return 1;
    }
    pace = pace.times(1 - GAIN).plus(step.of(allowed).times(GAIN));
    double scarcer = pace.shortness() - pace.migrations();
    dearness = Math.clamp(dearness * Math.exp(GAIN_OF_PRICES * scarcer), 1 / DEAREST, DEAREST);
    double left = USED - spentSoFar.of(allowedSoFar).scarcest();
    double madeUp = 1 + left * yardstick.steps() / horizon();
    return pace.scarcest() / Math.clamp(madeUp, SLOWEST, FASTEST);
  }

  /// A day has an end, before which what is left must be spent.
  private double horizon() {
    return Math.clamp(Day.STEPS - yardstick.steps(), MADE_UP_AT_LEAST, MADE_UP);
  }
}
