package dev.feierabend.console.api;

import dev.feierabend.console.api.Chronicle.Reader;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.TenantId;
import java.util.List;
import java.util.Locale;

/// The fleet as far as a caller may see it.
final class Inventory {
  private final Glance glance;
  private final Fleet fleet;
  private final Telling telling;
  private final Contradictions contradictions;

  Inventory(Glance glance, Fleet fleet, Telling telling, Contradictions contradictions) {
    this.glance = glance;
    this.fleet = fleet;
    this.telling = telling;
    this.contradictions = contradictions;
  }

  FleetView seenBy(Reader reader) {
    Caller caller = reader.caller();
    FleetPort.Snapshot snapshot = glance.look();
    List<FleetPort.Host> hosts = caller.seesAll() ? snapshot.hosts() : List.of();
    return new FleetView(
        snapshot.at(),
        pools(caller),
        hosts.stream().map(Inventory::host).toList(),
        snapshot.workloads().stream()
            .filter(workload -> caller.sees(workload.tenant()))
            .map(this::workload)
            .toList(),
        contradictions.seenBy(reader));
  }

  private List<FleetView.PoolView> pools(Caller caller) {
    return fleet.pools().stream()
        .filter(pool -> caller.sees(pool.tenant().map(Owner::of).orElse(Owner.OPERATOR)))
        .map(pool -> new FleetView.PoolView(pool.id().value(), pool.tenant().map(TenantId::value)))
        .toList();
  }

  private static FleetView.HostView host(FleetPort.Host host) {
    return new FleetView.HostView(
        host.id().toString(),
        host.name(),
        host.pool().value(),
        host.capacity().cores(),
        host.capacity().memoryMiB(),
        host.power().name().toLowerCase(Locale.ROOT),
        host.inService(),
        host.seen());
  }

  private FleetView.WorkloadView workload(FleetPort.Workload workload) {
    String id = workload.id().value();
    return new FleetView.WorkloadView(
        id,
        telling.name(id),
        workload.pool().value(),
        workload.tenant().value(),
        workload.size().cores(),
        workload.size().memoryMiB(),
        workload.replicas(),
        workload.ready(),
        workload.seen());
  }
}
