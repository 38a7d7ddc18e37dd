package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.acting.WorkloadPort;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A hypervisor's guests: shut down and started. Only customers' that the document names.
public final class CentreGuests implements WorkloadPort {
  private final Centre centre;
  private final Rooms rooms;
  private final Patience patience;

  /// The last action that took effect on a guest; asked again, it takes none, whatever a person did
  /// since.
  private final Map<MachineId, ActionId> done = new ConcurrentHashMap<>();

  CentreGuests(Centre centre, Rooms rooms, Patience patience) {
    this.centre = centre;
    this.rooms = rooms;
    this.patience = patience;
  }

  @Override
  public Answer sleep(Step.Sleep step, ActionId action) {
    return step.keep() > 0
        ? new Answer.Refused(
            "Expected nothing to be kept of a guest, which is one, but found " + step.keep())
        : once(step.workload(), action, id -> centre.hypervisor().shutDown(id, patience));
  }

  @Override
  public Answer wake(Step.Wake step, ActionId action) {
    return once(
        step.workload(),
        action,
        id -> centre.seen(inventory -> start(inventory, id, step.target())));
  }

  private Answer once(WorkloadId workload, ActionId action, Function<MachineId, Answer> effect) {
    Optional<MachineId> guest =
        GuestNames.machine(workload).filter(id -> centre.listing().isCustomers(id));
    if (guest.isEmpty()) {
      return new Answer.Refused(
          "Expected a customer's guest of the fleet document but found " + workload);
    }
    if (action.equals(done.get(guest.get()))) {
      return Answer.DONE;
    }
    Answer answer = effect.apply(guest.get());
    if (answer instanceof Answer.Done) {
      done.put(guest.get(), action);
    }
    return answer;
  }

  /// @param target where it shall run, if not where it lies
  Answer start(Inventory inventory, MachineId id, Optional<MachineId> target) {
    Optional<Inventory.Guest> guest = inventory.guest(id);
    if (guest.isEmpty()) {
      return new Answer.Unknown("%s doesn't show guest %s now".formatted(centre.name(), id));
    }
    if (guest.get().power() == Power.ON) {
      return Answer.DONE;
    }
    boolean elsewhere = target.isPresent() && !target.equals(guest.get().on());
    Answer laid = elsewhere ? lay(inventory, guest.get(), target.get()) : Answer.DONE;
    return switch (laid) {
      case Answer.Done _ ->
          book(inventory, guest.get(), target.or(guest.get()::on))
              ? centre.hypervisor().start(id)
              : noRoom(guest.get());
      case Answer.Refused(var because) -> atHome(inventory, guest.get(), because);
      case Answer.NotYet _, Answer.StillAsked _, Answer.Unknown _ -> laid;
    };
  }

  private Answer lay(Inventory inventory, Inventory.Guest guest, MachineId to) {
    if (!book(inventory, guest, Optional.of(to))) {
      return noRoom(guest);
    }
    Answer answer = centre.hypervisor().migrate(guest.id(), to);
    if (answer instanceof Answer.Refused) {
      rooms.cancel(guest.id());
    }
    return answer;
  }

  /// Where it can't be laid elsewhere, it starts where it lies, once that is there.
  private Answer atHome(Inventory inventory, Inventory.Guest guest, String because) {
    boolean there = guest.on().flatMap(inventory::host).filter(centre::takesGuests).isPresent();
    if (!there) {
      return new Answer.NotYet(because);
    }
    return book(inventory, guest, guest.on())
        ? centre.hypervisor().start(guest.id())
        : noRoom(guest);
  }

  private boolean book(Inventory inventory, Inventory.Guest guest, Optional<MachineId> host) {
    return host.filter(to ->
            rooms.book(
                inventory, guest.id(), guest.size().memoryMiB(), to, centre.clock().instant()))
        .isPresent();
  }

  private static Answer noRoom(Inventory.Guest guest) {
    return new Answer.NotYet("No host has room for %s now".formatted(guest.name()));
  }
}
