package dev.feierabend.policies.terms;

import java.util.UUID;

/// A machine by its system UUID (SMBIOS), the one name that hypervisor, controller and Kubernetes
/// share.
public record MachineId(UUID value) implements Comparable<MachineId> {

  public static MachineId of(String uuid) {
    return new MachineId(UUID.fromString(uuid));
  }

  /// In the order of their texts.
  @Override
  public int compareTo(MachineId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
