package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An inventory, and what of the cluster it is made of.
record Picture(
    Inventory inventory,
    Quorum quorum,
    SortedMap<MachineId, SeenHost> hosts,
    SortedMap<MachineId, SeenGuest> guests) {
  Picture {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    guests = Collections.unmodifiableSortedMap(new TreeMap<>(guests));
  }

  /// @param used MiB of its memory
  record SeenHost(Host host, String node, long used) {}

  /// @param lock what the guest is locked for, `backup` say; empty where it isn't
  /// @param highlyAvailable the state that the HA manager says; empty where it doesn't care
  record SeenGuest(Guest guest, Place place, String lock, String highlyAvailable) {
    boolean underHa() {
      return !highlyAvailable.isEmpty() && !highlyAvailable.equals("ignored");
    }
  }

  /// Who votes in the cluster. Without a majority nothing can be changed, and nodes that keep
  /// guests highly available restart themselves.
  ///
  /// @param has whether the node that was asked is among a majority
  record Quorum(boolean has, int nodes, int online) {
    /// Whether there would still be a majority with so many nodes less. Each counts as one vote,
    /// and a vote from outside as none.
    boolean without(int leaving) {
      return online - leaving >= nodes / 2 + 1;
    }
  }

  Optional<SeenHost> host(MachineId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  Optional<SeenGuest> guest(MachineId id) {
    return Optional.ofNullable(guests.get(id));
  }
}
