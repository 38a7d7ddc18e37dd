package dev.feierabend.kubernetes.preflight;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// A fleet of which nothing goes to sleep that the API server would not let wake again: what is
/// awake in such a namespace counts as unseen, and doubt leaves it on. What sleeps there already is
/// told as it is, for its wake is tried in any case.
public final class WakeableFleet implements FleetPort {
  private final FleetPort fleet;
  private final Supplier<Set<String>> kept;

  /// @param kept namespaces that stay on
  public WakeableFleet(FleetPort fleet, Supplier<Set<String>> kept) {
    this.fleet = fleet;
    this.kept = kept;
  }

  @Override
  public Snapshot observe() {
    Snapshot seen = fleet.observe();
    Set<String> namespaces = kept.get();
    return namespaces.isEmpty()
        ? seen
        : new Snapshot(
            seen.at(),
            seen.hosts(),
            seen.workloads().stream().map(it -> doubted(it, namespaces)).toList(),
            seen.places(),
            seen.makes(),
            seen.exempt(),
            seen.placements());
  }

  private static Workload doubted(Workload it, Set<String> namespaces) {
    boolean stays =
        !it.asleep()
            && WorkloadName.of(it.id())
                .filter(name -> namespaces.contains(name.namespace()))
                .isPresent();
    return stays
        ? new Workload(
            it.id(),
            it.name(),
            it.pool(),
            it.tenant(),
            it.size(),
            it.replicas(),
            it.ready(),
            it.on(),
            it.mobility(),
            it.labels(),
            it.restore(),
            it.original(),
            it.lowest(),
            Instant.EPOCH,
            it.trace())
        : it;
  }
}
