package dev.feierabend.sandbox.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.centre.Calls.Asked;
import dev.feierabend.sandbox.centre.Calls.Done;
import java.util.Optional;
import java.util.function.Function;

/// The data centre's power controllers. A host without one is a stranger to them.
public final class PowerSwitch implements PowerController {
  private final DataCentre centre;
  private final Calls calls;
  private final Faults faults;
  private final Luck luck;

  public PowerSwitch(DataCentre centre, Faults faults, Luck luck) {
    this.centre = centre;
    this.calls = new Calls(centre, faults);
    this.faults = faults;
    this.luck = luck;
  }

  @Override
  public PowerOffer offer(MachineId machine) {
    return controlled(machine).isPresent() ? PowerOffer.SWITCHES : PowerOffer.NOTHING;
  }

  @Override
  public Power state(MachineId machine) {
    centre.now();
    Optional<Power> power = controlled(machine).map(Machine::power);
    return power
        .map(real ->
            switch (calls.next("state", machine.toString())) {
              case FINE -> real;
              case LIES -> real == Power.ON ? Power.OFF : Power.ON;
              case UNAVAILABLE, HANGS, FAILS -> Power.UNKNOWN;
            })
        .orElse(Power.UNKNOWN);
  }

  @Override
  public Answer on(MachineId machine) {
    return switched("on", machine, this::boot);
  }

  @Override
  public Answer softOff(MachineId machine) {
    return switched("off", machine, this::stop);
  }

  private Answer switched(String verb, MachineId machine, Function<Machine, Done> effect) {
    return calls.call(
        new Asked(verb, machine.toString(), Optional.empty()),
        () ->
            controlled(machine)
                .map(effect)
                .orElseGet(() -> new Done.Impossible("there is no such machine")));
  }

  private Optional<Machine> controlled(MachineId machine) {
    return centre.machine(machine).filter(known -> known.host.control().isPresent());
  }

  private Done boot(Machine machine) {
    return switch (machine.phase()) {
      case UP, BOOTING -> new Done.Already();
      case STOPPING -> new Done.Impossible("the host is still shutting down");
      case OFF -> {
        var now = centre.now();
        double pace = luck.between(0.8, 1.2, "boot", machine.host.id(), now);
        machine.boot(now, pace, faults.bootHangs(machine.host.id(), now));
        yield new Done.Changed();
      }
    };
  }

  private Done stop(Machine machine) {
    return switch (machine.phase()) {
      case OFF, STOPPING -> new Done.Already();
      case BOOTING, UP -> {
        machine.stop(centre.now());
        centre.guests().forEach(guest -> leave(guest, machine));
        yield new Done.Changed();
      }
    };
  }

  /// A graceful shutdown takes the guests along; that this happens is an incident. Who is only on
  /// the way stays where it is.
  private void leave(VirtualMachine guest, Machine machine) {
    if (guest.runsOn(machine.host.id())) {
      guest.crash();
      centre.log().incident("%s went down with host %s".formatted(guest.id, machine.host.name()));
    } else if (guest.occupies(machine.host.id())) {
      guest.stay();
    }
  }
}
