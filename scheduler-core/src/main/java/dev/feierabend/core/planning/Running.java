package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.consolidation.Guest;
import dev.feierabend.core.planning.consolidation.GuestId;
import dev.feierabend.core.planning.consolidation.Sizes;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every replica that must run until the first of those that sleep wakes: where it is, or homeless
/// if it has to be woken or if what it runs on can't be counted on.
///
/// @param kept how many replicas of each sleeper
/// @param carrying hosts that can be counted on
record Running(Map<WorkloadId, Integer> kept, Demands demands, Set<MachineId> carrying) {

  List<Guest> of(List<Workload> workloads) {
    var guests = new ArrayList<Guest>();
    for (Workload workload : workloads) {
      Resources need = demands.of(workload);
      var peak = Sizes.of(need.cores(), (double) need.memoryMiB());
      for (int replica = 0; replica < replicas(workload); replica++) {
        Optional<MachineId> home = home(workload, replica);
        boolean pinned = workload.mobility() == Mobility.PINNED && home.isPresent();
        var id = new GuestId(workload.id(), replica);
        guests.add(new Guest(id, peak, home, pinned, Collections.emptySortedSet()));
      }
    }
    return guests;
  }

  private int replicas(Workload workload) {
    int awake = Math.max(workload.whole(), workload.on().size());
    return kept.getOrDefault(workload.id(), awake);
  }

  private Optional<MachineId> home(Workload workload, int replica) {
    return replica < workload.on().size()
        ? Optional.of(workload.on().get(replica)).filter(carrying::contains)
        : Optional.empty();
  }
}
