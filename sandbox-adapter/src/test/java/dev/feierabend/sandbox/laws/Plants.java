package dev.feierabend.sandbox.laws;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import java.time.Duration;

/// Views of a fleet that must never be seen.
final class Plants {
  @FunctionalInterface
  interface Change {
    Snapshot of(Snapshot seen);
  }

  private Plants() {}

  static Snapshot allAsleep(Snapshot seen) {
    return new Snapshot(
        seen.at().plus(Duration.ofDays(1)),
        seen.hosts(),
        seen.workloads().stream().map(workload -> with(workload, 0)).toList());
  }

  static Snapshot oneMoreReplica(Snapshot seen) {
    return new Snapshot(
        seen.at(),
        seen.hosts(),
        seen.workloads().stream()
            .map(workload -> with(workload, workload.replicas() + 1))
            .toList());
  }

  static Snapshot allOff(Snapshot seen) {
    return new Snapshot(
        seen.at(), seen.hosts().stream().map(Plants::off).toList(), seen.workloads());
  }

  private static Workload with(Workload workload, int replicas) {
    return new Workload(
        workload.id(),
        workload.name(),
        workload.pool(),
        workload.tenant(),
        workload.size(),
        replicas,
        replicas,
        workload.on(),
        workload.mobility(),
        workload.labels(),
        workload.restore(),
        workload.seen());
  }

  private static Host off(Host host) {
    return new Host(
        host.id(),
        host.name(),
        host.pool(),
        host.capacity(),
        host.energy(),
        Power.OFF,
        false,
        host.cordoned(),
        host.protection(),
        host.occupied(),
        host.seen());
  }
}
