package dev.feierabend.core.waking;

import java.util.Arrays;

/// The upper tail of boot times, which are ratios to what is usual: heavier than any bell, and few
/// are known of it. What is given is at least the quantile that is asked for, in 95 of 100 samples;
/// where the tail's variance is infinite, in 93.
///
/// - Of many, an order statistic: the smallest that exceeds the quantile so surely. With `n`
///   samples and the share `p` beyond it, as many as a Poisson law of mean `n p` says exceed it (S.
///   S. Wilks: Determination of sample sizes for setting tolerance limits, Annals of Mathematical
///   Statistics 12, 1941).
/// - Of few, where even the largest doesn't (below `3 / p`), that one is extrapolated by a Pareto
///   tail: times `(3 / (n p)) ^ x` (I. Weissman: Estimation of parameters and large quantiles based
///   on the k largest observations, Journal of the American Statistical Association 73, 1978; here
///   k is 1, and 3 is what an exponential law exceeds in 5 of 100 cases).
/// - Its index `x` is what the largest say (B. M. Hill: A simple general approach to inference
///   about the tail of a distribution, Annals of Statistics 3, 1975, with its standard error), and
///   at least a third, for a few calm nights don't make a tail light, and at most six tenths.
final class Tail {
  private static final double LEAST_INDEX = 1.0 / 3;

  /// From a half on the variance is infinite; with no room above it, such a tail is undercovered.
  private static final double GREATEST_INDEX = 0.6;

  /// `-ln(1 - 0.95)`.
  private static final double SURE = 2.995_732_273_553_991;

  /// Of a bell's upper 5 %.
  private static final double UPPER = 1.645;

  /// A Poisson law with such a mean is a bell.
  private static final double MANY = 300;

  /// Fewer say nothing of an index.
  private static final int ENOUGH = 30;

  private Tail() {}

  /// @param sorted ratios, smallest first; at least one
  /// @param share of all that is to be covered, above 0 and below 1
  static double quantile(double[] sorted, double share) {
    double beyond = sorted.length * (1 - share);
    return beyond >= SURE
        ? sorted[sorted.length - 1 - exceeding(beyond)]
        : sorted[sorted.length - 1] * Math.pow(SURE / beyond, index(sorted));
  }

  /// So many of them may be larger: the quantile is still exceeded by one more.
  private static int exceeding(double mean) {
    if (mean > MANY) {
      return (int) (mean - UPPER * Math.sqrt(mean)) - 1;
    }
    double term = Math.exp(-mean);
    double fewer = term;
    int count = 0;
    while (fewer + term * mean / (count + 1) <= 0.05) {
      count++;
      term *= mean / count;
      fewer += term;
    }
    return count;
  }

  private static double index(double[] sorted) {
    if (sorted.length < ENOUGH) {
      return LEAST_INDEX;
    }
    int largest = (int) Math.sqrt(sorted.length);
    double base = Math.log(sorted[sorted.length - 1 - largest]);
    double hill =
        Arrays.stream(sorted, sorted.length - largest, sorted.length)
            .map(ratio -> Math.log(ratio) - base)
            .average()
            .orElse(0);
    return Math.clamp(hill * (1 + UPPER / Math.sqrt(largest)), LEAST_INDEX, GREATEST_INDEX);
  }
}
