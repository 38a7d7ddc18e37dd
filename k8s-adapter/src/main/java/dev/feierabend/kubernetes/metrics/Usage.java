package dev.feierabend.kubernetes.metrics;

import dev.feierabend.core.observing.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What pods and nodes used in an hour, by their sources.
record Usage(
    Map<String, SortedMap<Long, Double>> cpu,
    Map<String, SortedMap<Long, Double>> memory,
    Map<String, SortedMap<Long, Double>> power) {
  private static final double MEBI = 1 << 20;

  static Usage of(List<Series> cpu, List<Series> memory, List<Series> power) {
    return new Usage(bySource(cpu), bySource(memory), bySource(power));
  }

  boolean isEmpty() {
    return cpu.isEmpty();
  }

  /// What they used together. Where a part of one is missing there is none: half a load would be an
  /// invented one.
  Optional<Sample> sample(String member, Collection<String> sources) {
    if (sources.isEmpty() || !whole(cpu, sources) || !whole(memory, sources)) {
      return Optional.empty();
    }
    var cores = together(cpu, sources);
    Optional<Double> watts =
        whole(power, sources) ? Optional.of(mean(together(power, sources))) : Optional.empty();
    return Optional.of(
        new Sample(
            member,
            mean(cores),
            highest(cores),
            (long) (highest(together(memory, sources)) / MEBI),
            watts));
  }

  private static Map<String, SortedMap<Long, Double>> bySource(List<Series> series) {
    var bySource = new HashMap<String, SortedMap<Long, Double>>();
    series.stream()
        .filter(it -> !it.points().isEmpty())
        .forEach(it -> it.source().ifPresent(source -> bySource.put(source, it.points())));
    return bySource;
  }

  private static boolean whole(
      Map<String, SortedMap<Long, Double>> of, Collection<String> sources) {
    return of.keySet().containsAll(sources);
  }

  /// Point by point: a peak is one of all of them at the same moment.
  private static Collection<Double> together(
      Map<String, SortedMap<Long, Double>> of, Collection<String> sources) {
    return sources.stream()
        .map(of::get)
        .filter(Objects::nonNull)
        .flatMap(points -> points.entrySet().stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, it -> Math.max(0, it.getValue()), Double::sum, TreeMap::new))
        .values();
  }

  private static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(it -> it).average().orElse(0);
  }

  private static double highest(Collection<Double> values) {
    return values.stream().mapToDouble(it -> it).max().orElse(0);
  }
}
