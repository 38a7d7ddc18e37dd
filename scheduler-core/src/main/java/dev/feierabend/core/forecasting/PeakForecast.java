package dev.feierabend.core.forecasting;

import dev.feierabend.core.observing.PeakHistory;
import dev.feierabend.core.planning.Demands;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/// What each workload is expected to need at its peak: the highest of the last seven days and a
/// fifth more, never above its size; its size where less than that is known. Memory is never
/// planned below the size. Where too little of its pool was seen, nothing is known.
public final class PeakForecast {
  private static final Duration LOOKS_BACK = Duration.ofDays(7);
  private static final double MARGIN = 1.2;

  private PeakForecast() {}

  /// @param coverage the share of a pool that must have been seen
  public static Demands of(
      List<Workload> workloads, PeakHistory history, double coverage, Instant at) {
    Instant since = at.minus(LOOKS_BACK);
    var peaks = new TreeMap<WorkloadId, Resources>();
    var seen = new HashMap<PoolId, Boolean>();
    for (Workload workload : workloads) {
      if (seen.computeIfAbsent(
          workload.pool(), pool -> history.coverageSince(pool, since) >= coverage)) {
        history
            .peakSince(workload.id().value(), since)
            .ifPresent(peak -> peaks.put(workload.id(), expected(workload, peak)));
      }
    }
    return new Demands(peaks);
  }

  private static Resources expected(Workload workload, double peak) {
    double share = peak / Math.max(1, workload.replicas());
    double cores = Math.min(workload.size().cores(), share * MARGIN);
    return new Resources(cores, workload.size().memoryMiB());
  }
}
