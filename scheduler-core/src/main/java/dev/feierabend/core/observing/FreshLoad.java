package dev.feierabend.core.observing;

import dev.feierabend.core.planning.MeasuredLoad;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What is recorded of late, and what was measured at shorter intervals besides. The latter is in
/// no history: a restart begins anew, on what is recorded and what is measured next.
public final class FreshLoad implements MeasuredLoad {
  private final MeasuredLoad recorded;
  private final Map<String, List<Reading>> measured = new ConcurrentHashMap<>();

  public FreshLoad(MeasuredLoad recorded) {
    this.recorded = recorded;
  }

  /// What was measured of [`from`, `to`); what speaks no more is dropped.
  ///
  /// @param quiet for how long a reading speaks
  public void learn(List<PoolLoad> loads, Instant from, Instant to, Duration quiet) {
    for (PoolLoad load : loads) {
      for (Sample sample : load.samples()) {
        var reading = List.of(new Reading(from, to, sample.cpuMean()));
        measured.merge(
            sample.member(),
            reading,
            (known, next) -> Stream.concat(known.stream(), next.stream()).toList());
      }
    }
    measured.replaceAll(
        (_, readings) -> readings.stream().filter(it -> it.speaks(quiet, to)).toList());
    measured.values().removeIf(List::isEmpty);
  }

  @Override
  public List<Reading> of(WorkloadId workload) {
    List<Reading> fresh = measured.getOrDefault(workload.value(), List.of());
    List<Reading> known = recorded.of(workload);
    return fresh.isEmpty()
        ? known
        : Stream.concat(known.stream(), fresh.stream())
            .sorted(Comparator.comparing(Reading::to))
            .toList();
  }
}
