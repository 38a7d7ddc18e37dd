package dev.feierabend.core.waking;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Distributions of boot times, as multiples of what is usual.
///
/// @param spread of the logarithm
/// @param shape of a Pareto tail; 0: there is none
/// @param rare how often a boot takes ten times as long
public record BootLaw(double spread, double shape, double rare) {
  public static BootLaw logNormal(double spread) {
    return new BootLaw(spread, 0, 0);
  }

  public static BootLaw pareto(double shape) {
    return new BootLaw(0, shape, 0);
  }

  public static BootLaw withRare(double spread, double rare) {
    return new BootLaw(spread, 0, rare);
  }

  public double draw(SplittableRandom random) {
    double usual =
        shape > 0
            ? Math.pow(1 - random.nextDouble(), -1 / shape)
            : Math.exp(spread * random.nextGaussian());
    return random.nextDouble() < rare ? 10 * usual : usual;
  }

  /// So many, smallest first.
  double[] drawn(int count, SplittableRandom random) {
    double[] sorted = new double[count];
    Arrays.setAll(sorted, _ -> draw(random));
    Arrays.sort(sorted);
    return sorted;
  }
}
