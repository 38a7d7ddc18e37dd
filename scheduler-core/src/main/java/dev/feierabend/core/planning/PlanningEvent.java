package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.evaluation.Editions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/// What was decided. The operator's event carries the hosts; each customer's carries its own
/// sleepers.
public sealed interface PlanningEvent extends JournalEvent {
  @Override
  default String aggregate() {
    return "plan/" + owner();
  }

  /// `plan` is the plan's id, shared by the operator's part and the customers' parts. `mode`: what
  /// was done with it. `least`: as few hosts as any plan could have on, where that was asked.
  /// `editions`: by which editions of dated knowledge the agreements were read.
  @Revision("3")
  record PlanDecided(
      Owner owner,
      String plan,
      Mode mode,
      List<PowerPlan.HostAim> hosts,
      List<PowerPlan.Sleeper> sleepers,
      List<PowerPlan.Move> moves,
      Optional<Integer> least,
      String inputs,
      Optional<Editions> editions,
      Instant at)
      implements PlanningEvent {
    public PlanDecided {
      hosts = List.copyOf(hosts);
      sleepers = List.copyOf(sleepers);
      moves = List.copyOf(moves);
    }

    /// What has no room, where everything is on for that.
    public Optional<Reason.NoRoom> lack() {
      return hosts.stream()
          .map(PowerPlan.HostAim::reason)
          .filter(Reason.NoRoom.class::isInstance)
          .map(Reason.NoRoom.class::cast)
          .findFirst();
    }
  }

  record PlanSkipped(Owner owner, Reason reason, Instant at) implements PlanningEvent {}

  /// In mode `STAGED`: how much of what agreements let sleep does so from `at` on.
  ///
  /// @param percent the share that goes first
  /// @param alarm what went wrong, where it is back to that share
  record StageBegun(Stage stage, int percent, Optional<String> alarm, Instant at)
      implements PlanningEvent {
    @Override
    public Owner owner() {
      return Owner.OPERATOR;
    }
  }
}
