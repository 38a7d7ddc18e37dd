package dev.feierabend.policies.fleet;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import java.util.List;
import java.util.Optional;

/// A physical machine and the guests that start on it; or, in a cluster, a node that is itself a
/// guest, which the hypervisor switches that is its `control` (see [Fleet#carrier]). Without
/// `control` nobody can switch it, so it stays on; an `untouchable` one stays on by order.
public record Host(
    MachineId id,
    String name,
    PoolId pool,
    Resources capacity,
    Electricity electricity,
    Optional<Control> control,
    Optional<String> rack,
    boolean untouchable,
    Optional<String> node,
    List<Guest> guests) {
  public Host {
    guests = List.copyOf(guests);
  }
}
