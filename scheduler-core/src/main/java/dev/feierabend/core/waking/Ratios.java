package dev.feierabend.core.waking;

import java.util.Collection;
import java.util.Map;

/// Times of what belongs together, each as a multiple of what it takes at the median.
///
/// @param mean of all, and at least 1
/// @param tail what it takes in the share of nights that is asked for
record Ratios(int count, double mean, double tail) {

  /// @param measures by subject, in seconds
  static <S, M> Ratios of(Collection<Times<S, M>> known, Map<S, Double> measures, double share) {
    double[] sorted =
        known.stream()
            .flatMapToDouble(one -> {
              double measure = measures.getOrDefault(one.subject(), 1d);
              return one.seconds().stream().mapToDouble(seconds -> seconds / measure);
            })
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return new Ratios(0, 1, Tail.quantile(new double[] {1}, share));
    }
    double sum = 0;
    for (double ratio : sorted) {
      sum += ratio;
    }
    double tail = Math.max(1, Tail.quantile(sorted, share));
    return new Ratios(sorted.length, Math.clamp(sum / sorted.length, 1, tail), tail);
  }
}
