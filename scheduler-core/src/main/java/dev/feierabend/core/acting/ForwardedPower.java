package dev.feierabend.core.acting;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.MachineId;

/// A power controller that stands before another one: what it has nothing to add to is passed on.
public interface ForwardedPower extends PowerController {
  /// The one behind it.
  PowerController behind();

  @Override
  default PowerOffer offer(MachineId machine) {
    return behind().offer(machine);
  }

  @Override
  default PowerReading reading(MachineId machine) {
    return behind().reading(machine);
  }

  @Override
  default Make make(MachineId machine) {
    return behind().make(machine);
  }

  @Override
  default Power state(MachineId machine) {
    return behind().state(machine);
  }

  @Override
  default Answer on(MachineId machine) {
    return behind().on(machine);
  }

  @Override
  default Answer softOff(MachineId machine) {
    return behind().softOff(machine);
  }
}
