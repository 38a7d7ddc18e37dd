package dev.feierabend.core.waking;

import dev.feierabend.policies.terms.WorkloadId;
import java.util.List;

/// What is known of a workload's wakes.
///
/// @param kind of what kind it is, and where it runs: those of one are alike
/// @param seconds from being told to serving, of its last wakes
public record Wakes(WorkloadId workload, String kind, List<Integer> seconds) {
  public Wakes {
    seconds = List.copyOf(seconds);
  }
}
