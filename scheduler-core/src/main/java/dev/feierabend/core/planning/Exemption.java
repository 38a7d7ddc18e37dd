package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.WorkloadId;

/// Why nobody puts a workload to sleep, whatever was agreed.
///
/// @param seen what says so: `spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete`, or a
///   pod
public record Exemption(WorkloadId workload, Ground ground, String seen) {
  /// What a sleep would do, or who is against it.
  public enum Ground {
    /// What its volumes hold would be deleted.
    DATA_LOST,
    /// Somebody paused what scales it: a wake wouldn't bring it back.
    PAUSED,
    /// Its kind's recipe leaves such objects alone.
    RECIPE,
    /// The journal's store is one of its pods.
    STORE
  }

  /// The same of what is known elsewhere by another id.
  public Exemption of(WorkloadId other) {
    return new Exemption(other, ground, seen);
  }
}
