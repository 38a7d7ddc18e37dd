package dev.feierabend.core.acting;

import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;

/// Takes hosts out of service and back. Idempotent.
public interface HostPort {
  Answer cordon(MachineId host, ActionId action);

  /// Starts or goes on emptying the host, within every disruption budget; asked again until the
  /// host is seen empty.
  Answer drain(MachineId host, List<Move> moves, ActionId action);

  /// Lets the host take work once all that it needs to serve is there; asked again until it is seen
  /// in service.
  Answer admit(MachineId host, ActionId action);

  /// What kept the last asking for this host from taking effect, if that is known: told where its
  /// time is over.
  Optional<String> obstacle(MachineId host);
}
