package dev.feierabend.hypervisor.vsphere;

/// What vSphere calls a managed object: `HostSystem`, `host-42`. Good as long as the object is in
/// that vCenter's inventory, and nowhere else.
record Ref(String type, String value) implements Comparable<Ref> {
  @Override
  public int compareTo(Ref other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
