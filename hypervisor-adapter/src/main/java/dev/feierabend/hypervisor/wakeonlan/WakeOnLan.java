package dev.feierabend.hypervisor.wakeonlan;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Switches machines on and does nothing else: a network card tells neither whether its machine is
/// on nor that it heard. Whether it woke must be seen elsewhere.
public final class WakeOnLan implements PowerController {
  private static final PowerOffer ON_ALONE = new PowerOffer.Known(Set.of(PowerCapability.ON));

  private final Map<MachineId, Sleeper> sleepers;

  public WakeOnLan(Map<MachineId, Sleeper> sleepers) {
    this.sleepers = Map.copyOf(sleepers);
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    return of(machine).map(_ -> ON_ALONE).orElse(PowerOffer.NOTHING);
  }

  @Override
  public Power state(MachineId machine) {
    return Power.UNKNOWN;
  }

  /// Sent to a machine that is on, it does no harm.
  @Override
  public Answer on(MachineId machine) {
    return of(machine)
        .map(WakeOnLan::wake)
        .orElseGet(() ->
            new Answer.Refused(
                "Expected a machine that wakes by LAN but %s is none".formatted(machine)));
  }

  @Override
  public Answer softOff(MachineId machine) {
    return new Answer.Refused(
        "Wake-on-LAN wakes and does nothing else; %s must be switched off by its system or hypervisor"
            .formatted(machine));
  }

  /// One that is awake and can't send is no reason not to ask the next one.
  private static Answer wake(Sleeper sleeper) {
    List<Sender> awake = sleeper.senders().stream().filter(Sender::awake).toList();
    if (awake.isEmpty()) {
      return new Answer.Refused(
          "Expected an awake sender in the segment of %s but all sleep: %s"
              .formatted(
                  sleeper.card(),
                  sleeper.senders().stream().map(Sender::name).collect(Collectors.joining(", "))));
    }
    Answer answer = Answer.DONE;
    for (Sender sender : awake) {
      answer = sender.send(new MagicPacket(sleeper.card()));
      if (answer instanceof Answer.Done) {
        break;
      }
    }
    return answer;
  }

  private Optional<Sleeper> of(MachineId machine) {
    return Optional.ofNullable(sleepers.get(machine));
  }
}
