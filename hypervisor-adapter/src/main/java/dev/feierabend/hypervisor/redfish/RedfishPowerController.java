package dev.feierabend.hypervisor.redfish;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Switches machines through their Redfish controllers. An answer comes within seconds, the effect
/// later: it is `state` that tells. Asked to switch the other way while a switch settles, it says
/// `Unknown` and wants to be asked again.
public final class RedfishPowerController implements PowerController {
  private final Map<MachineId, RedfishMachine> machines;

  public RedfishPowerController(
      Map<MachineId, RedfishSystem> systems, RedfishClient client, InstantSource clock) {
    this.machines =
        systems.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    each -> new RedfishMachine(each.getKey(), each.getValue(), client, clock)));
  }

  @Override
  public Power state(MachineId machine) {
    return of(machine).map(RedfishMachine::state).orElse(Power.UNKNOWN);
  }

  @Override
  public Answer on(MachineId machine) {
    return reach(machine, Reset.ON);
  }

  @Override
  public Answer softOff(MachineId machine) {
    return reach(machine, Reset.SOFT_OFF);
  }

  private Answer reach(MachineId machine, Reset reset) {
    return of(machine)
        .map(it -> it.reach(reset))
        .orElseGet(() ->
            new Answer.Refused(
                "Expected a machine with a Redfish controller but %s has none".formatted(machine)));
  }

  private Optional<RedfishMachine> of(MachineId machine) {
    return Optional.ofNullable(machines.get(machine));
  }
}
