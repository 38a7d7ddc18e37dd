package dev.feierabend.core.waking;

import dev.feierabend.policies.terms.MachineId;
import java.util.Collection;
import java.util.Map;

/// Boots of hosts that belong together, each as a multiple of what its host takes at the median.
///
/// @param mean of all, and at least 1
/// @param tail what it takes in the share of nights that is asked for
record Ratios(int count, double mean, double tail) {

  /// @param measures by host, in seconds
  static Ratios of(Collection<Boots> hosts, Map<MachineId, Double> measures, double share) {
    double[] sorted =
        hosts.stream()
            .flatMapToDouble(host -> {
              double measure = measures.getOrDefault(host.host(), 1d);
              return host.seconds().stream().mapToDouble(seconds -> seconds / measure);
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
