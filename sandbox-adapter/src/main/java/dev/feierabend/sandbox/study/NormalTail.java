package dev.feierabend.sandbox.study;

/// The upper tail of the normal distribution, by formula 26.2.17 of Abramowitz and Stegun (Handbook
/// of Mathematical Functions, 1964); wrong by less than 7.5e-8.
final class NormalTail {
  private static final double P = 0.2316419;
  private static final double[] B = {
    0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
  };
  private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

  private NormalTail() {}

  /// How likely a value lies more than so many standard deviations above the mean.
  static double beyond(double deviations) {
    double t = 1 / (1 + P * Math.abs(deviations));
    double polynomial = 0;
    for (int i = B.length - 1; i >= 0; i--) {
      polynomial = (polynomial + B[i]) * t;
    }
    double tail = DENSITY_AT_0 * Math.exp(-deviations * deviations / 2) * polynomial;
    return deviations < 0 ? 1 - tail : tail;
  }
}
