package dev.feierabend.hypervisor.vsphere;

/// Who asks a vCenter, as `feierabend@vsphere.local`. The password shows up in no log.
public record VsphereLogin(String user, String password) {
  @Override
  public String toString() {
    return user + ":***";
  }
}
