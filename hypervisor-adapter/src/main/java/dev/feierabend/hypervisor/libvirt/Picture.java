package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An inventory, and which hosts' guests it is made of.
///
/// @param unheard why hosts weren't heard; empty where all were
record Picture(
    Inventory inventory,
    SortedMap<MachineId, SeenHost> hosts,
    SortedMap<MachineId, SeenGuest> guests,
    Optional<String> unheard) {
  Picture {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    guests = Collections.unmodifiableSortedMap(new TreeMap<>(guests));
  }

  /// @param used MiB of its memory
  record SeenHost(Host host, Line line, long used) {}

  /// @param kept whether it is there when it is off
  record SeenGuest(Guest guest, Line line, boolean kept) {}

  Optional<SeenHost> host(MachineId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  Optional<SeenGuest> guest(MachineId id) {
    return Optional.ofNullable(guests.get(id));
  }
}
