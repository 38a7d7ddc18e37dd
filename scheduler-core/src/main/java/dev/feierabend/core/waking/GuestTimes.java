package dev.feierabend.core.waking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long workloads take to serve once their hosts do, in the share of all wakes that is asked
/// for: learned from their own wakes, those of their kind in their place, and those of all, as
/// hosts' boots are; see `Learned`. Until some are known of a kind it is what the operator says.
///
/// @param told by the operator, of all
/// @param learned of those of whose kind enough is known
public record GuestTimes(Duration told, SortedMap<WorkloadId, Duration> learned) {
  public GuestTimes {
    learned = Collections.unmodifiableSortedMap(new TreeMap<>(learned));
  }

  /// Nothing was learned.
  public static GuestTimes of(Duration told) {
    return new GuestTimes(told, Collections.emptySortedMap());
  }

  /// @param share of all wakes, above 0 and below 1
  public static GuestTimes of(Collection<Wakes> known, Duration told, double share) {
    Map<String, Integer> counts =
        known.stream().collect(groupingBy(Wakes::kind, summingInt(it -> it.seconds().size())));
    double otherwise = told.toSeconds();
    var learned = new TreeMap<WorkloadId, Duration>();
    Learned.of(
            known.stream()
                .filter(it -> counts.getOrDefault(it.kind(), 0) >= Learned.OWN)
                .map(it -> new Times<>(it.workload(), it.kind(), otherwise, it.seconds()))
                .toList(),
            share)
        .forEach((workload, lead) -> learned.put(workload, lead.cautious()));
    return new GuestTimes(told, learned);
  }

  public Duration of(WorkloadId workload) {
    return learned.getOrDefault(workload, told);
  }

  /// The longest that is known, and at least what is told.
  public Duration longest() {
    return learned.values().stream()
        .filter(known -> known.compareTo(told) > 0)
        .max(Duration::compareTo)
        .orElse(told);
  }

  /// The longest of `workloads`; what is told where there are none.
  public Duration longest(Collection<WorkloadId> workloads) {
    return workloads.stream().map(this::of).max(Duration::compareTo).orElse(told);
  }
}
