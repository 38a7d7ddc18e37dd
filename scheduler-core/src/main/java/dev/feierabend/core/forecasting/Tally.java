package dev.feierabend.core.forecasting;

import java.util.Arrays;

/// What past forecasts have taught: which blend of the week's pattern erred least, how far hours of
/// each kind stray, how much of a recent deviation goes on, and the errors themselves. All of it
/// from hours that no forecast had seen.
final class Tally {
  /// So many errors are the least that a quantile near the top can be read from.
  private static final int ENOUGH = 100;

  private static final double[] CARRIED = {0, 0.25, 0.5, 0.75, 1};

  /// As if so many hours of each kind had strayed like all do.
  private static final double PRIOR = 8;

  /// One odd hour widens its kind by no more than so many usual deviations.
  private static final double OUTLIER = 8;

  private final double[] blends = new double[Blend.count()];
  private final double[] strayed = new double[Shape.KINDS];
  private final int[] hours = new int[Shape.KINDS];
  private final double[][] shares = new double[Horizon.count()][CARRIED.length];
  private final Highest[] errors = new Highest[Horizon.count()];
  private final double level;
  private double all;
  private int known;
  private boolean tested;

  /// @param level the quantile that will be told
  /// @param most hours there will be
  Tally(double level, int most) {
    this.level = level;
    Arrays.setAll(errors, _ -> new Highest(level, most));
  }

  /// @param deviation of an hour from what the chosen blend expected of it
  void strayed(int slot, double deviation) {
    boolean told = known > Shape.KINDS && all > 0;
    double most = told ? OUTLIER * usual() : Double.POSITIVE_INFINITY;
    double counted = Math.min(Math.abs(deviation), most);
    strayed[Shape.kind(slot)] += counted;
    hours[Shape.kind(slot)]++;
    all += counted;
    known++;
  }

  void blends(Shape shape, int slot, double seen) {
    tested = true;
    for (int blend = 0; blend < blends.length; blend++) {
      blends[blend] += Math.abs(seen - shape.at(slot, Blend.number(blend)));
    }
  }

  void carried(Horizon horizon, double course, double lately, double seen) {
    double[] sums = shares[horizon.place()];
    for (int share = 0; share < sums.length; share++) {
      sums[share] += Math.abs(seen - Math.max(0, course + CARRIED[share] * lately));
    }
  }

  void error(Horizon horizon, double error) {
    errors[horizon.place()].add(error);
  }

  /// How far an hour strays, whatever its kind.
  double usual() {
    return known == 0 ? 0 : all / known;
  }

  Blend blend() {
    return tested ? Blend.number(least(blends)) : Blend.DAY;
  }

  /// By hour of the week.
  double[] spread() {
    double usual = usual();
    var spread = new double[WeekHours.COUNT];
    for (int slot = 0; slot < spread.length; slot++) {
      int kind = Shape.kind(slot);
      double mean = (strayed[kind] + PRIOR * usual) / (hours[kind] + PRIOR);
      spread[slot] = mean;
    }
    return spread;
  }

  /// How much of a recent deviation goes on, by horizon.
  double[] carried() {
    var best = new double[Horizon.count()];
    Arrays.setAll(best, horizon -> CARRIED[least(shares[horizon])]);
    return best;
  }

  /// The errors' quantiles by horizon, or the next shorter one's where too few are known. Errors a
  /// week ahead resemble each other for a week, so few of them tell less: a horizon of `h` hours
  /// over `n` errors is asked for the level that `n` errors exceed by `(n + 1) / (n + h)` as often.
  double[] margins() {
    var margins = new double[Horizon.count()];
    for (Horizon horizon : Horizon.values()) {
      int place = horizon.place();
      while (place > 0 && errors[place].size() < ENOUGH) {
        place--;
      }
      double count = errors[place].size();
      double exceeded = (1 - level) * (count + 1) / (count + horizon.hours());
      margins[horizon.place()] = count < ENOUGH ? Double.NaN : errors[place].quantile(1 - exceeded);
    }
    return margins;
  }

  private static int least(double[] sums) {
    int least = 0;
    for (int place = 1; place < sums.length; place++) {
      least = sums[place] < sums[least] ? place : least;
    }
    return least;
  }
}
