package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An inventory, and which objects of the vCenter's it is made of.
record Picture(
    Inventory inventory,
    SortedMap<MachineId, SeenHost> hosts,
    SortedMap<MachineId, SeenGuest> guests) {
  Picture {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    guests = Collections.unmodifiableSortedMap(new TreeMap<>(guests));
  }

  /// @param hertz of one core
  /// @param standby whether it can be put into standby
  /// @param powerState in vSphere's words
  record SeenHost(Host host, Ref ref, double hertz, boolean standby, String powerState) {}

  record SeenGuest(Guest guest, Ref ref) {}

  Optional<SeenHost> host(MachineId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  Optional<SeenGuest> guest(MachineId id) {
    return Optional.ofNullable(guests.get(id));
  }
}
