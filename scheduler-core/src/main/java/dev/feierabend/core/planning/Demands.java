package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one replica of each workload is expected to need at its peak; a workload without a forecast
/// needs its size.
///
/// @param resting guests that need nothing for now
public record Demands(SortedMap<WorkloadId, Resources> peaks, Resting resting) {
  public static final Demands UNKNOWN = new Demands(new TreeMap<>());

  public Demands {
    peaks = Collections.unmodifiableSortedMap(new TreeMap<>(peaks));
  }

  /// Where nobody rests.
  public Demands(SortedMap<WorkloadId, Resources> peaks) {
    this(peaks, Resting.NONE);
  }

  /// The same where these rest.
  Demands with(Resting guests) {
    return new Demands(peaks, guests);
  }

  Resources of(Workload workload) {
    return peaks.getOrDefault(workload.id(), workload.size());
  }
}
