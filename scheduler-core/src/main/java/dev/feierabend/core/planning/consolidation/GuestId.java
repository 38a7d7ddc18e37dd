package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.WorkloadId;

/// One replica of a workload.
public record GuestId(WorkloadId workload, int replica) implements Comparable<GuestId> {
  @Override
  public int compareTo(GuestId other) {
    int byWorkload = workload.compareTo(other.workload);
    return byWorkload != 0 ? byWorkload : Integer.compare(replica, other.replica);
  }

  @Override
  public String toString() {
    return workload + "#" + replica;
  }
}
