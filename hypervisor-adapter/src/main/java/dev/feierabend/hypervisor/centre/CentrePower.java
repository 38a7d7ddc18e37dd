package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import java.util.Optional;

/// Switches a host off only once its hypervisor shows it closed and empty, guests that are off have
/// been laid elsewhere, and, where somebody else than the hypervisor switches it, it is in
/// maintenance, so that the hypervisor misses nothing.
public final class CentrePower implements ForwardedPower {
  private final Centre centre;
  private final Leftovers leftovers;

  CentrePower(Centre centre) {
    this.centre = centre;
    this.leftovers = new Leftovers(centre);
  }

  @Override
  public PowerController behind() {
    return centre.power();
  }

  @Override
  public Answer softOff(MachineId machine) {
    return centre.seen(inventory -> softOff(inventory, machine));
  }

  private Answer softOff(Inventory inventory, MachineId id) {
    Optional<Inventory.Host> host = inventory.host(id);
    if (host.isEmpty()) {
      return new Answer.Unknown(
          "Expected %s to show %s, lest something be lost with it".formatted(centre.name(), id));
    }
    if (host.get().power() == Power.OFF) {
      return centre.power().softOff(id);
    }
    if (!host.get().maintenance() && !centre.cordons().isClosed(id)) {
      return new Answer.Refused(
          "Expected %s to be cordoned before it is switched off, but it takes guests"
              .formatted(host.get().name()));
    }
    if (host.get().occupied()) {
      return occupied(host.get());
    }
    return leftovers.areGone(inventory, id) ? emptied(host.get()) : Answer.STILL_ASKED;
  }

  private Answer emptied(Inventory.Host host) {
    boolean itself =
        centre.host(host.id()).filter((Host it) -> centre.switchesItself(it)).isPresent();
    boolean out =
        host.maintenance()
            || itself
            || !centre.hypervisor().capabilities().contains(Capability.MAINTENANCE);
    if (out) {
      return centre.power().softOff(host.id());
    }
    Answer answer = centre.hypervisor().enterMaintenance(host.id());
    return answer instanceof Answer.Done
        ? centre.seen(inventory -> inMaintenance(inventory, host.id()))
        : answer;
  }

  /// Guests may have come before maintenance began.
  private Answer inMaintenance(Inventory inventory, MachineId id) {
    Optional<Inventory.Host> host = inventory.host(id);
    if (host.filter(Inventory.Host::maintenance).isEmpty()) {
      return Answer.STILL_ASKED;
    }
    return host.get().occupied() ? occupied(host.get()) : centre.power().softOff(id);
  }

  private static Answer occupied(Inventory.Host host) {
    return new Answer.NotYet(
        "Expected %s to be empty before it is switched off, but something runs there"
            .formatted(host.name()));
  }
}
