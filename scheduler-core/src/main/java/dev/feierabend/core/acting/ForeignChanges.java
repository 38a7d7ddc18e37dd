package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.TroubleCommand;
import dev.feierabend.core.observing.TroubleCommand.NoteForeignChange;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Finds what somebody else changed: it slept because it was put to sleep here, nothing is under
/// way, and yet it is up, or another is there under its name. What never fell asleep was changed by
/// nobody. A person's later change wins until the next transition.
record ForeignChanges(Snapshot fleet, Actions actions, Slumber slumber, Instant at) {
  private static final Duration A_NIGHT = Duration.ofHours(12);

  List<TroubleCommand> found() {
    Stream<TroubleCommand> workloads =
        fleet.workloads().stream().filter(this::changed).map(this::note);
    Stream<TroubleCommand> hosts = fleet.hosts().stream().filter(this::on).map(this::note);
    return Stream.concat(workloads, hosts).toList();
  }

  private boolean changed(Workload workload) {
    return (slumber.roused(workload) || slumber.another(workload))
        && actions.pendingOn(workload.id().value()).isEmpty();
  }

  private boolean on(Host host) {
    return host.power() == Power.ON
        && slumber.switchedOff(host.id())
        && actions.pendingOn(host.id().toString()).isEmpty();
  }

  private TroubleCommand note(Workload workload) {
    Instant until =
        slumber
            .of(workload.id())
            .flatMap(Slumber.Slept::readyBy)
            .filter(at::isBefore)
            .orElse(at.plus(A_NIGHT));
    return new NoteForeignChange(
        Owner.of(workload.tenant()), workload.id().value(), "asleep", found(workload), at, until);
  }

  private String found(Workload workload) {
    String replicas = workload.replicas() + " replicas";
    return slumber.another(workload) ? "another of its name, " + replicas : replicas;
  }

  private TroubleCommand note(Host host) {
    Instant until = slumber.nextReadyBy(at).orElse(at.plus(A_NIGHT));
    return new NoteForeignChange(
        Owner.OPERATOR, host.id().toString(), "power OFF", "power ON", at, until);
  }
}
