package dev.feierabend.core.planning;

import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.core.planning.consolidation.GuestId;
import dev.feierabend.core.planning.consolidation.Plan;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Why a guest can't leave its host: whether what its owner requires leaves it no other that is on,
/// or only the room does.
final class HeldByPlacement {
  private final Quarters quarters;
  private final Set<MachineId> on = new TreeSet<>();
  private final Lodgers there;
  private final Map<WorkloadId, SortedSet<WorkloadId>> apart;

  HeldByPlacement(Quarters quarters, List<Guest> guests, Plan plan) {
    this.quarters = quarters;
    plan.hosts().stream()
        .filter(Plan.HostAim::on)
        .map(Plan.HostAim::host)
        .filter(quarters.open()::contains)
        .forEach(on::add);
    there = new Lodgers(quarters.placements().isEmpty() ? List.of() : seated(guests, plan));
    apart = quarters.apart(there);
  }

  private static List<Guest> seated(List<Guest> guests, Plan plan) {
    Map<GuestId, Plan.Move> moves = new HashMap<>();
    plan.moves().forEach(move -> moves.put(move.guest(), move));
    var seated = new ArrayList<Guest>();
    for (Guest guest : guests) {
      Plan.Move move = moves.get(guest.id());
      seated.add(
          move == null ? guest : new Guest(guest.id(), guest.peak(), Optional.of(move.to())));
    }
    return seated;
  }

  /// What an owner requires comes first: the room alone would do with another host.
  ///
  /// @param host where `workload` has a guest that fits nowhere else
  Reason needed(WorkloadId workload, MachineId host) {
    return Stream.concat(Stream.of(workload), there.at(host))
        .map(one -> held(one, host))
        .filter(reason -> !(reason instanceof Reason.NeededFor))
        .findFirst()
        .orElseGet(() -> new Reason.NeededFor(workload));
  }

  private Reason held(WorkloadId workload, MachineId host) {
    Placement placement = quarters.of(workload);
    boolean elsewhere = elsewhere(placement, host).findAny().isPresent();
    if (placement.hosts().isPresent() && !elsewhere) {
      return new Reason.BoundTo(workload);
    }
    return elsewhere && elsewhere(placement, host).allMatch(other -> repels(workload, other))
        ? new Reason.KeptApart(workload)
        : new Reason.NeededFor(workload);
  }

  private Stream<MachineId> elsewhere(Placement placement, MachineId host) {
    return on.stream().filter(it -> !it.equals(host)).filter(placement::admits);
  }

  /// Why one that isn't tied to `host` may not leave it all the same.
  Reason pinned(WorkloadId workload) {
    return quarters.of(workload).most() > 0 || apart.containsKey(workload)
        ? new Reason.KeptApart(workload)
        : new Reason.HomeOf(workload);
  }

  private boolean repels(WorkloadId workload, MachineId host) {
    int most = quarters.of(workload).most();
    return (most > 0 && there.at(workload, host) >= most)
        || apart.getOrDefault(workload, Collections.emptySortedSet()).stream()
            .anyMatch(other -> there.at(other, host) > 0);
  }
}
