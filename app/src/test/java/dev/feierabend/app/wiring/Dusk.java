package dev.feierabend.app.wiring;

import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;

/// What there is to be seen of a night.
record Dusk(Snapshot seen) {
  long off() {
    return seen.hosts().stream().filter(host -> host.power() == Power.OFF).count();
  }

  long inService() {
    return seen.hosts().stream().filter(Host::inService).count();
  }

  long awake() {
    return seen.workloads().stream().filter(workload -> workload.ready() == 1).count();
  }

  @Override
  public String toString() {
    var names = seen.hosts().stream().collect(toMap(Host::id, Host::name));
    return seen.hosts().stream()
            .map(host ->
                "%s %s%s%s%s"
                    .formatted(
                        host.name(),
                        host.power(),
                        host.ready() ? " ready" : "",
                        host.cordoned() ? " cordoned" : "",
                        host.occupied() ? " occupied" : ""))
            .toList()
        + " "
        + seen.workloads().stream()
            .map(it ->
                "%s %d/%d on %s"
                    .formatted(
                        it.name(),
                        it.ready(),
                        it.replicas(),
                        it.on().stream().map(names::get).toList()))
            .toList();
  }
}
