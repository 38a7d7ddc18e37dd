package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.vsphere.Picture.SeenHost;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Watts;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// Puts a vCenter's hosts into standby and wakes them, by whatever vCenter has for each: its
/// controller, or Wake-on-LAN from a neighbour. For hosts without a controller that could be asked
/// directly. A host that is disconnected or moved while it sleeps can't be woken this way.
public final class VspherePowerController implements PowerController {
  private static final Duration RECENT = Duration.ofMinutes(3);
  private static final String SOURCE = "vSphere, " + Counters.POWER;

  private final Vcenter vcenter;
  private final Hosts hosts;
  private final Usages usages;

  public VspherePowerController(Vcenter vcenter) {
    this.vcenter = vcenter;
    this.hosts = new Hosts(vcenter.effects());
    this.usages = new Usages(vcenter.session());
  }

  /// A host that can't wake from standby isn't put into it; what it draws is told where it measures
  /// it.
  @Override
  public PowerOffer offer(MachineId machine) {
    return switch (vcenter.look()) {
      case Vcenter.Seen(var picture) ->
          picture.host(machine).map(seen -> offer(picture, seen)).orElse(PowerOffer.NOTHING);
      case Vcenter.Blind _ -> new PowerOffer.Unknown("vCenter can't be asked now");
    };
  }

  private PowerOffer offer(Picture picture, SeenHost seen) {
    var offered = EnumSet.of(PowerCapability.STATE);
    if (seen.standby()) {
      offered.addAll(Set.of(PowerCapability.ON, PowerCapability.SOFT_OFF));
    }
    if (reading(picture, seen) instanceof PowerReading.Metered) {
      offered.add(PowerCapability.READING);
    }
    return new PowerOffer.Known(offered);
  }

  @Override
  public PowerReading reading(MachineId machine) {
    return switch (vcenter.look()) {
      case Vcenter.Seen(var picture) ->
          picture
              .host(machine)
              .map(seen -> reading(picture, seen))
              .orElseGet(
                  () -> new PowerReading.NotOffered("This vCenter knows no host " + machine));
      case Vcenter.Blind _ -> new PowerReading.Unknown("vCenter can't be asked now");
    };
  }

  /// The mean of the last few minutes: the newest figures come late.
  private PowerReading reading(Picture picture, SeenHost seen) {
    try {
      return usages
          .watts(picture, seen, vcenter.now().minus(RECENT), vcenter.now())
          .<PowerReading>map(watts -> new PowerReading.Metered(new Watts(watts), SOURCE))
          .orElseGet(() ->
              new PowerReading.NotOffered("vCenter records no power of " + seen.host().name()));
    } catch (Outage outage) {
      return new PowerReading.Unknown(String.valueOf(outage.getMessage()));
    }
  }

  @Override
  public Power state(MachineId machine) {
    return switch (vcenter.look()) {
      case Vcenter.Seen(var picture) ->
          picture.host(machine).map(seen -> seen.host().power()).orElse(Power.UNKNOWN);
      case Vcenter.Blind _ -> Power.UNKNOWN;
    };
  }

  @Override
  public Answer on(MachineId machine) {
    return vcenter.seen(
        "wake of " + machine,
        picture -> picture.host(machine).map(hosts::wake).orElseGet(() -> stranger(machine)));
  }

  @Override
  public Answer softOff(MachineId machine) {
    return vcenter.seen(
        "standby of " + machine,
        picture ->
            picture.host(machine).map(hosts::putIntoStandby).orElseGet(() -> stranger(machine)));
  }

  private static Answer stranger(MachineId machine) {
    return new Answer.Refused(
        "Expected a host that this vCenter knows but %s is none".formatted(machine));
  }
}
