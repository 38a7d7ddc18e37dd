package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.hosting.Capability;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the login may do, for rights are granted where an operator thinks fit. What isn't granted
/// anywhere is no capability; what is denied somewhere is refused there.
///
/// @param all privileges that are granted somewhere
/// @param everywhere privileges that are granted for every guest
record Rights(Set<String> all, Set<String> everywhere) {
  static final Rights NONE = new Rights(Set.of(), Set.of());

  /// What each capability needs, as Proxmox VE's documentation has it. Maintenance can't be asked
  /// for by its API at all.
  private static final Map<Capability, List<String>> NEEDS =
      new EnumMap<>(
          Map.of(
              Capability.USAGE, List.of("Sys.Audit", "VM.Audit"),
              Capability.MIGRATION, List.of("VM.Migrate"),
              Capability.START, List.of("VM.PowerMgmt"),
              Capability.SHUT_DOWN, List.of("VM.PowerMgmt"),
              Capability.SWITCH_OFF, List.of("VM.PowerMgmt")));

  private static final Set<String> OF_EVERY_GUEST = Set.of("/", "/vms");

  Rights {
    all = Set.copyOf(all);
    everywhere = Set.copyOf(everywhere);
  }

  /// @param permissions privileges by path, each with whether it counts for what is below, too
  static Rights of(JsonNode permissions) {
    var all = new HashSet<String>();
    var everywhere = new HashSet<String>();
    permissions
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(privilege -> {
                  all.add(privilege.getKey());
                  if (OF_EVERY_GUEST.contains(path.getKey()) && privilege.getValue().asInt() == 1) {
                    everywhere.add(privilege.getKey());
                  }
                }));
    return new Rights(all, everywhere);
  }

  /// Whether no guest is hidden from it. Of a node on which a hidden one may run nobody can say
  /// that it is empty.
  boolean seesEveryGuest() {
    return everywhere.contains("VM.Audit");
  }

  boolean switchNodes() {
    return all.contains("Sys.PowerMgmt");
  }

  /// @param cluster whether there is more than one node
  Set<Capability> capabilities(boolean cluster) {
    var found = EnumSet.copyOf(NEEDS.keySet());
    found.removeIf(it -> !all.containsAll(NEEDS.getOrDefault(it, List.of())));
    if (!cluster) {
      found.remove(Capability.MIGRATION);
    }
    return Collections.unmodifiableSet(found);
  }
}
