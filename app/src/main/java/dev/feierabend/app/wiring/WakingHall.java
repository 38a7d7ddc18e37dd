package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.util.EnumSet;
import java.util.Optional;

/// Wakes a hypervisor's hosts, and those of its guests that are hosts themselves, once what they
/// lie on serves.
///
/// @param hosts what switches the hypervisor's own hosts
record WakingHall(HypervisorPort hypervisor, PowerController hosts) implements PowerController {

  /// A guest can be started wherever it is shown.
  @Override
  public PowerOffer offer(MachineId machine) {
    boolean guest =
        hypervisor.look() instanceof Sight.Seen(var inventory)
            && inventory.guest(machine).isPresent();
    return guest
        ? new PowerOffer.Known(EnumSet.of(PowerCapability.STATE, PowerCapability.ON))
        : hosts.offer(machine);
  }

  @Override
  public PowerReading reading(MachineId machine) {
    return hosts.reading(machine);
  }

  @Override
  public Power state(MachineId machine) {
    return switch (hypervisor.look()) {
      case Sight.Seen(var inventory) ->
          inventory
              .guest(machine)
              .map(Inventory.Guest::power)
              .orElseGet(() -> hosts.state(machine));
      case Sight.Unseen _ -> Power.UNKNOWN;
    };
  }

  @Override
  public Answer on(MachineId machine) {
    return switch (hypervisor.look()) {
      case Sight.Seen(var inventory) ->
          inventory
              .guest(machine)
              .map(guest -> on(inventory, guest))
              .orElseGet(() -> hosts.on(machine));
      case Sight.Unseen(var because, _) -> new Answer.Unknown(because);
    };
  }

  private Answer on(Inventory inventory, Inventory.Guest guest) {
    if (guest.power() == Power.ON) {
      return Answer.DONE;
    }
    Optional<Inventory.Host> beneath = guest.on().flatMap(inventory::host);
    return beneath.filter(Inventory.Host::inService).isPresent()
        ? hypervisor.start(guest.id())
        : new Answer.NotYet(
            "What %s lies on, %s, doesn't serve yet"
                .formatted(guest.name(), beneath.map(Inventory.Host::name).orElse("no host")));
  }

  /// Nobody goes to sleep by a list.
  @Override
  public Answer softOff(MachineId machine) {
    return hosts.softOff(machine);
  }
}
