package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.drilling.DrillCommand;
import dev.feierabend.core.drilling.DrillCommand.ApproveDrill;
import dev.feierabend.core.drilling.DrillCommand.DemandDrill;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;

/// Which hosts are known to wake, and what a technician has to look after.
public final class DrillBook {
  private final Fleet fleet;
  private final Memory memory;
  private final Drilling drilling;
  private final Dispatch journal;
  private final Desk desk;

  public DrillBook(Fleet fleet, Memory memory, Drilling drilling, Dispatch journal, Desk desk) {
    this.fleet = fleet;
    this.memory = memory;
    this.drilling = drilling;
    this.journal = journal;
    this.desk = desk;
  }

  /// Every host of the fleet, in its order.
  public List<DrillView> all() {
    Instant now = desk.now();
    return fleet.hosts().stream()
        .map(host ->
            DrillView.of(
                host.id(), host.name(), memory.night().drills().of(host.id()), drilling, now))
        .toList();
  }

  /// @throws Declined where it is no time ahead, or no such host
  public void approve(Caller caller, MachineId host, DrillWish wish) {
    send(new ApproveDrill(host, caller.actor(), wish.from(), wish.until(), desk.now()));
  }

  /// @throws Declined where there is no such host
  public void demand(Caller caller, MachineId host, String because) {
    send(new DemandDrill(host, caller.actor(), because, desk.now()));
  }

  private void send(DrillCommand command) {
    if (fleet.hosts().stream().noneMatch(host -> host.id().equals(command.host()))) {
      throw Declined.notFound();
    }
    if (journal.send(command) instanceof Decision.Rejected(var refusal)) {
      throw Declined.refused(refusal);
    }
  }
}
