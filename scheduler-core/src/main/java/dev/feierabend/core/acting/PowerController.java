package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;

/// Switches a machine's power. Off is always the graceful way; nothing here forces.
public interface PowerController {
  /// What the controller itself says now; unreachable is `UNKNOWN`.
  Power state(MachineId machine);

  Answer on(MachineId machine);

  Answer softOff(MachineId machine);
}
