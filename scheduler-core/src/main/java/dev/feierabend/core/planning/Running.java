package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.core.planning.consolidation.GuestId;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.core.planning.consolidation.Sizes;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every replica that must run until the first of those that sleep wakes: where it is, or homeless
/// if it has to be woken or if what it runs on can't be counted on.
///
/// @param kept how many replicas of each sleeper
/// @param carrying hosts that can be counted on
/// @param left hosts that are emptied though they aren't planned, for a drill
/// @param underway who is on its way by the plan in force: it counts as being there, so that nobody
///   else is sent into its room
record Running(
    Map<WorkloadId, Integer> kept,
    Demands demands,
    Set<MachineId> carrying,
    Set<MachineId> left,
    Map<WorkloadId, Move> underway) {

  List<Guest> of(List<Workload> workloads) {
    var guests = new ArrayList<Guest>();
    for (Workload workload : workloads) {
      Resources need = demands.of(workload);
      var peak = Sizes.of(need.cores(), (double) need.memoryMiB());
      for (int replica = 0; replica < replicas(workload); replica++) {
        Optional<MachineId> home =
            home(workload, replica).map(now -> goal(workload, now)).filter(carrying::contains);
        boolean pinned = workload.mobility() == Mobility.PINNED && home.isPresent();
        var id = new GuestId(workload.id(), replica);
        guests.add(new Guest(id, peak, home, pinned, Collections.emptySortedSet()));
      }
    }
    return guests;
  }

  /// Who is to be migrated. Whatever isn't is started elsewhere by its orchestrator, wherever that
  /// likes.
  List<Move> migrations(List<Workload> workloads, List<Plan.Move> planned) {
    Map<GuestId, MachineId> goals = new HashMap<>();
    planned.forEach(move -> goals.put(move.guest(), move.to()));
    var moves = new ArrayList<Move>();
    for (Workload workload : workloads) {
      int replicas = workload.mobility() == Mobility.MIGRATED ? replicas(workload) : 0;
      for (int replica = 0; replica < replicas; replica++) {
        var id = new GuestId(workload.id(), replica);
        home(workload, replica)
            .map(now -> new Move(workload.id(), now, goals.getOrDefault(id, goal(workload, now))))
            .filter(move -> !move.to().equals(move.from()))
            .ifPresent(moves::add);
      }
    }
    return moves;
  }

  private int replicas(Workload workload) {
    int awake = Math.max(workload.whole(), workload.on().size());
    return kept.getOrDefault(workload.id(), awake);
  }

  private Optional<MachineId> home(Workload workload, int replica) {
    return replica < workload.on().size()
        ? Optional.of(workload.on().get(replica))
            .filter(host -> carrying.contains(host) || left.contains(host))
        : Optional.empty();
  }

  private MachineId goal(Workload workload, MachineId now) {
    return Optional.ofNullable(underway.get(workload.id()))
        .filter(move -> move.from().equals(now) && carrying.contains(move.to()))
        .map(Move::to)
        .orElse(now);
  }
}
