package dev.feierabend.core.observing;

import java.util.Optional;

/// One member's utilisation over an interval. `member` is a machine's UUID or a workload's id; CPU
/// in cores, memory in MiB, watts only where they were metered.
public record Sample(
    String member, double cpuMean, double cpuPeak, long memoryMiB, Optional<Double> watts) {
  public Sample {
    if (!(cpuMean >= 0 && cpuPeak >= 0 && memoryMiB >= 0)) {
      throw new IllegalArgumentException(
          "Expected samples of at least 0 but found %s, %s cores and %d MiB of %s"
              .formatted(cpuMean, cpuPeak, memoryMiB, member));
    }
  }
}
