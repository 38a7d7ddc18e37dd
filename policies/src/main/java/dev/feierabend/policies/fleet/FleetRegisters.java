package dev.feierabend.policies.fleet;

import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Every id of one fleet document while it is read; hosts and guests share one space of UUIDs and
/// one of Kubernetes nodes.
///
/// @param kinds of the controllers that were read, by name
/// @param places of the pools that were read and say where they are, a cluster or a hypervisor
record FleetRegisters(
    Register<TenantId> tenants,
    Register<PoolId> pools,
    Register<String> clusters,
    Register<String> controllers,
    Register<String> racks,
    Register<MachineId> machines,
    Register<String> hostNames,
    Register<String> nodes,
    Map<String, String> kinds,
    Map<PoolId, String> places) {

  Optional<String> place(PoolId pool) {
    return Optional.ofNullable(places.get(pool));
  }

  static FleetRegisters empty() {
    return new FleetRegisters(
        new Register<>("tenant", Words.TENANT),
        new Register<>("pool", Words.POOL),
        new Register<>("cluster", FleetWords.CLUSTER),
        new Register<>("controller", FleetWords.ID),
        new Register<>("rack", FleetWords.ID),
        new Register<>("machine", FleetWords.UUID),
        new Register<>("host", FleetWords.ID),
        new Register<>("node", FleetWords.ID),
        new HashMap<>(),
        new HashMap<>());
  }
}
