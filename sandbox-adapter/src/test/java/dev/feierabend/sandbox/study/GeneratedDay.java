package dev.feierabend.sandbox.study;

import java.util.Random;

/// A day of made-up load: whole per cents around a level that is each guest's own, sometimes none,
/// sometimes a peak.
final class GeneratedDay {
  private GeneratedDay() {}

  static Day of(long seed, int guests) {
    return new Day("generated-" + seed, samples(seed, guests));
  }

  static double[][] samples(long seed, int guests) {
    var random = new Random(seed);
    double[][] samples = new double[guests][Day.STEPS];
    for (double[] one : samples) {
      double level = -0.12 * Math.log(1 - random.nextDouble());
      for (int step = 0; step < Day.STEPS; step++) {
        one[step] = sample(level, random);
      }
    }
    return samples;
  }

  private static double sample(double level, Random random) {
    double drawn = random.nextDouble();
    if (drawn < 0.02) {
      return 0;
    }
    double share = drawn < 0.05 ? 0.9 : level * (0.6 + 0.8 * random.nextDouble());
    return Math.round(100 * Math.clamp(share, 0.0, 1.0)) / 100.0;
  }
}
