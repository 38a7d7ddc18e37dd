package dev.feierabend.core.reporting.energy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// IT equipment energy utilisation for servers, ITEUsv (ISO/IEC 30134-5, EN 50600-4-5): the mean
/// CPU utilisation of the servers in use, hour by hour. Hours of the period of which nothing is
/// recorded at all are missing like any other.
///
/// @param mean over the hours, 0 to 1; empty where nothing is recorded
/// @param median over the hours, 0 to 1
/// @param coverage the share that is recorded of the hours of servers in use, in all of the period
///   as far as it is over, 0 to 1
public record Utilisation(Optional<Double> mean, Optional<Double> median, double coverage) {
  /// Below this the standard knows no ITEUsv.
  public static final double LEAST_COVERAGE = 0.9;

  /// @param hours each the mean of the servers of which it is known
  static Utilisation of(List<Double> hours, long known, long inUse) {
    double[] sorted = hours.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? new Utilisation(Optional.empty(), Optional.empty(), 0)
        : new Utilisation(
            Optional.of(Arrays.stream(sorted).average().orElseThrow()),
            Optional.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2),
            known / (double) inUse);
  }

  /// True where it may be called by the standard's name.
  public boolean conforms() {
    return coverage >= LEAST_COVERAGE;
  }
}
