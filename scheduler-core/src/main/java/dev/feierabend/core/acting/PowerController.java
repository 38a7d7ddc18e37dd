package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;

/// Switches a machine's power, and tells what it draws. Off is always the graceful way, and stays
/// it: nothing here forces, and a controller that has no graceful way doesn't offer one. What it
/// doesn't offer it refuses, and nothing changes.
public interface PowerController {
  /// What it can do for a machine; nothing for one that it doesn't know.
  default PowerOffer offer(MachineId machine) {
    return PowerOffer.SWITCHES;
  }

  /// What the controller itself says now; unreachable is `UNKNOWN`.
  Power state(MachineId machine);

  Answer on(MachineId machine);

  Answer softOff(MachineId machine);

  /// What it tells of the machine's firmware and hardware, as it was last looked at: that may be a
  /// while ago, and nothing before its state was asked for.
  default Make make(MachineId machine) {
    return Make.UNTOLD;
  }

  /// What it measures now.
  default PowerReading reading(MachineId machine) {
    return new PowerReading.NotOffered("It measures nothing");
  }
}
