package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one replica of each workload is expected to need at its peak; a workload without a forecast
/// needs its size.
public record Demands(SortedMap<WorkloadId, Resources> peaks) {
  public static final Demands UNKNOWN = new Demands(new TreeMap<>());

  public Demands {
    peaks = Collections.unmodifiableSortedMap(new TreeMap<>(peaks));
  }

  Resources of(Workload workload) {
    return peaks.getOrDefault(workload.id(), workload.size());
  }
}
