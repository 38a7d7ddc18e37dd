package dev.feierabend.sandbox.study;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What each guest will ask for next: mean and variance, in MIPS.
///
/// The samples of a recorded day are all but white noise around a level that drifts slowly, so the
/// newest says little of the next. The level is learnt as a mean of all samples at first, of the
/// last twenty or so later on. Both are shrunk to what is usual (an empirical Bayes start): the
/// level to the share that all use on average, for half a sample; the variance to that of a share
/// between none and all that varies as much as everybody's shares do: *d m* (1 − *m*), *m* its
/// level and *d* a dispersion that all guests have in common.
final class Belief {
  private static final double PRIOR_SAMPLES = 0.5;
  private static final double PRIOR_SAMPLES_OF_VARIANCE = 4;
  private static final double SLOWEST = 0.05;
  private static final double SLOWEST_OF_VARIANCE = 0.04;

  /// Until it was seen.
  private static final double DISPERSION = 0.08;

  private static final double GAIN_OF_DISPERSION = 0.05;

  /// Added to *m* (1 − *m*): whoever was only seen idling will not always idle.
  private static final double LEAST_UNREST = 0.002;

  /// What a guest is taken to use of what it was sold before anything was seen of it.
  private static final double UNSEEN = 0.2;

  private static final double LEAST_VARIANCE = 1;

  /// How fast it is noticed that all together ask for more, or less, than their levels say: those
  /// lag behind a load that rises or falls for hours.
  private static final double GAIN_OF_TREND = 0.1;

  private final double[] level;
  private final double[] mean;
  private final double[] variance;

  /// Of each guest's own errors.
  private final double[] square;

  private double trend = 1;
  private double dispersion = DISPERSION;
  private int learnt;

  Belief(Seen seen) {
    level = new double[seen.guests()];
    mean = new double[seen.guests()];
    variance = new double[seen.guests()];
    square = new double[seen.guests()];
    for (int guest = 0; guest < seen.guests(); guest++) {
      mean[guest] = UNSEEN * seen.kind(guest).mips();
      variance[guest] = mean[guest] * mean[guest];
    }
  }

  double mean(int guest) {
    return mean[guest];
  }

  double variance(int guest) {
    return variance[guest];
  }

  /// Takes in the newest sample, once.
  void learn(Seen seen) {
    if (learnt == seen.samples()) {
      return;
    }
    learnt = seen.samples();
    if (learnt == 1) {
      begin(seen);
    } else {
      learnErrors(seen);
      goOn(seen);
    }
  }

  private void begin(Seen seen) {
    double usual = guests().mapToDouble(guest -> seen.share(guest, 0)).average().orElse(0);
    for (int guest = 0; guest < level.length; guest++) {
      double prior = usual * seen.kind(guest).mips();
      level[guest] = (PRIOR_SAMPLES * prior + seen.demand(guest)) / (PRIOR_SAMPLES + 1);
      mean[guest] = level[guest];
      variance[guest] = Math.max(LEAST_VARIANCE, dispersion * unrest(seen, guest));
    }
  }

  /// Its variance if its dispersion were 1.
  private double unrest(Seen seen, int guest) {
    double sold = seen.kind(guest).mips();
    double share = Math.clamp(level[guest] / sold, 0, 1);
    return sold * sold * (share * (1 - share) + LEAST_UNREST);
  }

  private void learnErrors(Seen seen) {
    double gain = gainOfVariance();
    double sum = 0;
    double unrest = 0;
    for (int guest = 0; guest < square.length; guest++) {
      double error = seen.demand(guest) - mean[guest];
      square[guest] += gain * (error * error - square[guest]);
      sum += error * error;
      unrest += unrest(seen, guest);
    }
    double gainOfDispersion = Math.max(GAIN_OF_DISPERSION, 1.0 / learnt);
    dispersion += gainOfDispersion * (sum / Math.max(1, unrest) - dispersion);
  }

  private double gainOfVariance() {
    return Math.max(SLOWEST_OF_VARIANCE, 1.0 / (learnt - 1));
  }

  private void goOn(Seen seen) {
    trend += GAIN_OF_TREND * (ofLevels(seen) - trend);
    double gain = Math.max(SLOWEST, 1 / (learnt + PRIOR_SAMPLES));
    double own = 1 / (1 + PRIOR_SAMPLES_OF_VARIANCE * gainOfVariance());
    for (int guest = 0; guest < level.length; guest++) {
      level[guest] += gain * (seen.demand(guest) - level[guest]);
      mean[guest] = trend * level[guest];
      double usual = dispersion * unrest(seen, guest);
      variance[guest] = Math.max(LEAST_VARIANCE, own * square[guest] + (1 - own) * usual);
    }
  }

  /// What is asked for, of what the levels say.
  private double ofLevels(Seen seen) {
    double asked = guests().mapToDouble(seen::demand).sum();
    return asked / Math.max(1, Arrays.stream(level).sum());
  }

  private IntStream guests() {
    return IntStream.range(0, level.length);
  }
}
