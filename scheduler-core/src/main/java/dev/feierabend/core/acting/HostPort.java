package dev.feierabend.core.acting;

import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;

/// Takes hosts out of service and back. Idempotent.
public interface HostPort {
  Answer cordon(MachineId host, ActionId action);

  /// Starts or goes on emptying the host, within every disruption budget; asked again until the
  /// host is seen empty.
  Answer drain(MachineId host, List<Move> moves, ActionId action);

  Answer admit(MachineId host, ActionId action);
}
