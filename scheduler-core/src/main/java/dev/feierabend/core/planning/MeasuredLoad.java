package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What was measured of workloads lately. What sleeps isn't measured.
@FunctionalInterface
public interface MeasuredLoad {
  /// Where nothing measures.
  MeasuredLoad NONE = _ -> List.of();

  /// Cores that all replicas used together, in the mean of an interval.
  record Reading(Instant from, Instant to, double cores) {
    public Reading {
      if (!from.isBefore(to) || !(cores >= 0)) {
        throw new IllegalArgumentException(
            "Expected an interval and at least 0 cores but found %s to %s and %s"
                .formatted(from, to, cores));
      }
    }

    /// Whether it still speaks: until that long after the next one is due.
    public boolean speaks(Duration quiet, Instant at) {
      return to.plus(Duration.between(from, to)).plus(quiet).isAfter(at);
    }
  }

  /// The newest readings of a workload, oldest first; empty where it never was measured.
  List<Reading> of(WorkloadId workload);
}
