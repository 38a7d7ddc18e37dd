package dev.feierabend.core.acting;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;

/// Lets workloads sleep and wakes them. Idempotent: asked again for an action that has taken
/// effect, it writes nothing. What is needed for exact restoration is kept on the object too.
public interface WorkloadPort {
  Answer sleep(WorkloadId workload, ActionId action);

  /// `replicas` from the journal; what stands on the object itself goes first where both are known
  /// and differ not.
  Answer wake(WorkloadId workload, int replicas, Optional<MachineId> target, ActionId action);
}
