package dev.feierabend.policies.terms;

import java.util.UUID;

/// A machine by its system UUID (SMBIOS), the one name that hypervisor, controller and Kubernetes
// share.
public record MachineId(UUID value) implements Comparable<MachineId> {

  public static MachineId of(String uuid) {
    return new MachineId(UUID.fromString(uuid));
  }

  @Override
  public int compareTo(MachineId other) {
    return value.toString().compareTo(other.value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
