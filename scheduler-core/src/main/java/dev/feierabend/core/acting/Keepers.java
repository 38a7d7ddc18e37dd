package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.TroubleCommand;
import dev.feierabend.core.observing.TroubleCommand.NoteKeeper;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.Setter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the programs that keep as it is what is to sleep, so that they can be told to leave it
/// alone before they undo a sleep. Each is noted once.
record Keepers(Snapshot fleet, Troubles troubles, Instant at) {

  List<TroubleCommand> of(PowerPlan plan) {
    Map<?, Workload> kept =
        fleet.workloads().stream()
            .filter(workload -> workload.trace().keeper().isPresent())
            .collect(Collectors.toMap(Workload::id, Function.identity()));
    return plan.sleepers().stream()
        .map(Sleeper::workload)
        .flatMap(id -> Optional.ofNullable(kept.get(id)).stream())
        .flatMap(workload -> note(workload).stream())
        .toList();
  }

  private Optional<TroubleCommand> note(Workload workload) {
    String subject = workload.id().value();
    Optional<Setter> known = troubles.keeper(subject);
    return workload
        .trace()
        .keeper()
        .filter(keeper -> !known.equals(Optional.of(keeper)))
        .map(keeper -> new NoteKeeper(Owner.of(workload.tenant()), subject, keeper, at));
  }
}
