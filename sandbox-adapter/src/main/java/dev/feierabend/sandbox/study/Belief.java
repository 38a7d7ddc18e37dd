package dev.feierabend.sandbox.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// What each guest will ask for next: mean and variance, in MIPS.
///
/// The samples of a recorded day are all but white noise around a level that drifts slowly, so the
/// newest says little of the next. The level is learnt as a mean of all samples at first, of the
/// last twenty or so later on; it begins at what the kind's guests ask for on average, as if that
/// had been seen twice (an empirical Bayes start).
final class Belief {
  private static final double PRIOR_SAMPLES = 2;
  private static final double PRIOR_SAMPLES_OF_VARIANCE = 4;
  private static final double SLOWEST = 0.05;
  private static final double SLOWEST_OF_VARIANCE = 0.04;

  /// How much of the newest sample's distance from the level is still there at the next.
  private static final double CARRIED_ON = 0.1;

  /// How much of the spread among a kind's guests is each one's own from sample to sample.
  private static final double OWN_SPREAD = 0.3;

  /// What a guest is taken to use of what it was sold before anything was seen of it.
  private static final double UNSEEN = 0.2;

  private static final double LEAST_VARIANCE = 1;

  /// How fast it is noticed that all together ask for more, or less, than their levels say: those
  /// lag behind a load that rises or falls for hours.
  private static final double GAIN_OF_TREND = 0.1;

  private final double[] level;
  private final double[] mean;
  private final double[] variance;
  private double trend = 1;
  private int learnt;

  Belief(Seen seen) {
    level = new double[seen.guests()];
    mean = new double[seen.guests()];
    variance = new double[seen.guests()];
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
      goOn(seen);
    }
  }

  private void begin(Seen seen) {
    Map<GuestKind, Moments> kinds = new HashMap<>();
    for (int guest = 0; guest < seen.guests(); guest++) {
      kinds.computeIfAbsent(seen.kind(guest), _ -> new Moments()).add(seen.demand(guest));
    }
    for (int guest = 0; guest < seen.guests(); guest++) {
      Moments kind = kinds.getOrDefault(seen.kind(guest), new Moments());
      double total = PRIOR_SAMPLES * kind.mean() + seen.demand(guest);
      level[guest] = total / (PRIOR_SAMPLES + 1);
      mean[guest] = level[guest];
      variance[guest] = Math.max(LEAST_VARIANCE, OWN_SPREAD * kind.variance());
    }
  }

  private void goOn(Seen seen) {
    trend += GAIN_OF_TREND * (ofLevels(seen) - trend);
    double gain = Math.max(SLOWEST, 1 / (learnt + PRIOR_SAMPLES));
    double gainOfVariance = Math.max(SLOWEST_OF_VARIANCE, 1 / (learnt + PRIOR_SAMPLES_OF_VARIANCE));
    for (int guest = 0; guest < seen.guests(); guest++) {
      double sample = seen.demand(guest);
      double error = sample - mean[guest];
      double better = variance[guest] + gainOfVariance * (error * error - variance[guest]);
      variance[guest] = Math.max(LEAST_VARIANCE, better);
      level[guest] += gain * (sample - level[guest]);
      mean[guest] = trend * (level[guest] + CARRIED_ON * (sample - level[guest]));
    }
  }

  /// What is asked for, of what the levels say.
  private double ofLevels(Seen seen) {
    double asked = IntStream.range(0, level.length).mapToDouble(seen::demand).sum();
    return asked / Math.max(1, Arrays.stream(level).sum());
  }

  private static final class Moments {
    private int number;
    private double sum;
    private double squares;

    void add(double value) {
      number++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / number;
    }

    double variance() {
      return Math.max(0, squares / number - mean() * mean());
    }
  }
}
