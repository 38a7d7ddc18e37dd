package dev.feierabend.hypervisor.centre;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Guests as an inventory shows them: a workload of one replica each. Where it runs is what the
/// hypervisor says, not where the document lists it.
record GuestViews(Centre centre, Index index) {

  /// Empty where nobody says that it is here, and it has never been seen.
  ///
  /// @param before as it was last seen
  Optional<Workload> of(Guest guest, Optional<Workload> before) {
    TenantId tenant = centre.listing().tenant(guest.id());
    return index
        .guest(guest.id())
        .filter(seen -> seen.power() != Power.UNKNOWN)
        .map(seen -> known(guest, tenant, seen))
        .or(() -> before)
        .or(() ->
            Optional.of(guest)
                .filter(it -> centre.listing().isTold(it.id()))
                .map(it -> unknown(it, tenant)));
  }

  private Workload known(Guest guest, TenantId tenant, Inventory.Guest seen) {
    boolean on = seen.power() == Power.ON;
    Mobility mobility = mobility(guest, seen);
    List<MachineId> where =
        on || mobility == Mobility.PINNED ? seen.on().stream().toList() : List.of();
    return new Workload(
        GuestNames.workload(guest.id()),
        guest.name(),
        guest.pool(),
        tenant,
        Sizes.of(guest, seen),
        on ? 1 : 0,
        on ? 1 : 0,
        where,
        mobility,
        guest.labels(),
        Optional.empty(),
        index.inventory().at());
  }

  /// One that is off lies on its host: it can't leave while that sleeps, and comes back with it.
  private Mobility mobility(Guest guest, Inventory.Guest seen) {
    boolean left =
        seen.power() == Power.OFF
            && seen.on().flatMap(index::host).filter(Inventory.Host::inService).isEmpty();
    return guest.movable() && seen.pinned().isEmpty() && !left
        ? Mobility.MIGRATED
        : Mobility.PINNED;
  }

  /// One that has never been seen, which may run somewhere: so long ago that it counts for nothing.
  private static Workload unknown(Guest guest, TenantId tenant) {
    return new Workload(
        GuestNames.workload(guest.id()),
        guest.name(),
        guest.pool(),
        tenant,
        guest.size(),
        1,
        0,
        List.of(),
        guest.movable() ? Mobility.MIGRATED : Mobility.PINNED,
        guest.labels(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
