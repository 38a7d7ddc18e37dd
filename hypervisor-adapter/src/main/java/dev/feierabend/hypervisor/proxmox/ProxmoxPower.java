package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.hypervisor.switching.Switchboard;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Switches a cluster's nodes: off by the node's own shutdown, on by a magic packet that another
/// node sends. For nodes without a controller that could be asked directly; one that has a
/// controller is better switched by that.
public final class ProxmoxPower {
  /// A node boots in minutes, and nobody hears the packet that wakes it.
  public static final Deadlines USUAL =
      new Deadlines(Duration.ofMinutes(5), Duration.ofMinutes(10));

  private ProxmoxPower() {}

  /// @param nodes those that are switched here
  public static Switchboard of(
      ProxmoxCluster cluster,
      Collection<MachineId> nodes,
      Deadlines deadlines,
      InstantSource clock) {
    Map<MachineId, ProxmoxNode> boards =
        nodes.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), id -> new ProxmoxNode(id, cluster)));
    return new Switchboard("a Proxmox VE node", boards, deadlines, clock);
  }
}
