package dev.feierabend.hypervisor.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Optional;

/// Guests as workloads: `guest/` and the UUID, which is theirs wherever they run.
public final class GuestNames {
  private static final String PREFIX = "guest/";

  private GuestNames() {}

  public static WorkloadId workload(MachineId guest) {
    return new WorkloadId(PREFIX + guest);
  }

  /// Empty where it is no guest's.
  public static Optional<MachineId> machine(WorkloadId workload) {
    String id = workload.value();
    return id.startsWith(PREFIX) && id.indexOf('/', PREFIX.length()) < 0
        ? Optional.of(MachineId.of(id.substring(PREFIX.length())))
        : Optional.empty();
  }
}
