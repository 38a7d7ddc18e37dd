package dev.feierabend.kubernetes.metrics;

import dev.feierabend.kubernetes.fleet.Metered;
import io.fabric8.kubernetes.api.model.Duration;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What one pod or node used between two instants.
record Reading(String source, Instant from, Instant to, BigDecimal cores, BigDecimal bytes) {
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  static Optional<Reading> of(PodMetrics pod) {
    List<Map<String, Quantity>> usages =
        pod.getContainers().stream().map(ContainerMetrics::getUsage).toList();
    return of(Metered.source(pod), usages, pod.getTimestamp(), pod.getWindow());
  }

  static Optional<Reading> of(NodeMetrics node) {
    return of(
        Metered.source(node), List.of(node.getUsage()), node.getTimestamp(), node.getWindow());
  }

  boolean touches(Instant start, Instant end) {
    return !to.isBefore(start) && !from.isAfter(end);
  }

  /// Without a time or a usage it reads nothing.
  private static Optional<Reading> of(
      String source, List<Map<String, Quantity>> usages, String timestamp, Duration window) {
    boolean whole =
        !usages.isEmpty()
            && usages.stream().allMatch(it -> it.containsKey(CPU) && it.containsKey(MEMORY));
    if (!whole) {
      return Optional.empty();
    }
    return instant(timestamp)
        .map(to ->
            new Reading(
                source, to.minus(length(window)), to, sum(usages, CPU), sum(usages, MEMORY)));
  }

  private static BigDecimal sum(List<Map<String, Quantity>> usages, String name) {
    Function<Map<String, Quantity>, BigDecimal> amount =
        usage ->
            Optional.ofNullable(usage.get(name))
                .map(Quantity::getAmountInBytes)
                .orElse(BigDecimal.ZERO);
    return usages.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static java.time.Duration length(Duration window) {
    return Optional.ofNullable(window).map(Duration::getDuration).orElse(java.time.Duration.ZERO);
  }

  private static Optional<Instant> instant(String timestamp) {
    try {
      return Optional.ofNullable(timestamp).map(Instant::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
