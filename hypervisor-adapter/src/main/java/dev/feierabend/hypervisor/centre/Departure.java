package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One round of moves, in their order, a few of them under way at a time. Whether there is room is
/// asked of what is seen now, not of the plan.
final class Departure {
  /// More at once only take longer.
  private static final int AT_ONCE = 2;

  private final Centre centre;
  private final Rooms rooms;
  private final Inventory inventory;
  private final List<Answer> failed = new ArrayList<>();
  private int underWay;

  Departure(Centre centre, Rooms rooms, Inventory inventory) {
    this.centre = centre;
    this.rooms = rooms;
    this.inventory = inventory;
  }

  /// What came of it, all in all; refusals are told once nobody is on the way any more.
  Answer of(List<Move> moves) {
    for (Move move : moves) {
      if (underWay < AT_ONCE) {
        GuestNames.machine(move.workload())
            .flatMap(inventory::guest)
            .filter(guest -> isThere(guest, move.from()))
            .ifPresent(guest -> send(guest, move.to()));
      }
    }
    if (underWay > 0) {
      return Answer.STILL_ASKED;
    }
    return failed.isEmpty() ? Answer.DONE : failed.getFirst();
  }

  private static boolean isThere(Inventory.Guest guest, MachineId host) {
    return guest.power() == Power.ON && guest.on().filter(host::equals).isPresent();
  }

  private void send(Inventory.Guest guest, MachineId to) {
    if (inventory.host(to).filter(centre::takesGuests).isEmpty()) {
      failed.add(new Answer.NotYet("%s takes no guests now".formatted(to)));
      return;
    }
    long memory = guest.size().memoryMiB();
    if (!rooms.book(inventory, guest.id(), memory, to, centre.clock().instant())) {
      failed.add(new Answer.NotYet("%s has no room for %s now".formatted(to, guest.name())));
      return;
    }
    Answer answer = centre.hypervisor().migrate(guest.id(), to);
    switch (answer) {
      case Answer.Done _ -> {}
      case Answer.StillAsked _ -> underWay++;
      case Answer.Refused _, Answer.NotYet _ -> {
        rooms.cancel(guest.id());
        failed.add(answer);
      }
      case Answer.Unknown _ -> failed.add(answer);
    }
  }

  /// Why not all of them could go.
  Optional<String> missing() {
    return failed.stream().findFirst().map(Departure::because);
  }

  private static String because(Answer answer) {
    return switch (answer) {
      case Answer.Refused(var because) -> because;
      case Answer.NotYet(var because) -> because;
      case Answer.Unknown(var because) -> because;
      case Answer.Done _, Answer.StillAsked _ -> "it is under way";
    };
  }
}
