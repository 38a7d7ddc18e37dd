package dev.feierabend.hypervisor;

import java.util.List;

/// Those who are logged in to.
enum Party {
  REDFISH("refuses the login of"),
  IPMI("refuses the login of"),
  VSPHERE("Expected"),
  PROXMOX_BY_TOKEN("refuses the login of"),
  PROXMOX_BY_PASSWORD("refuses the login of");

  static final List<Party> OVER_HTTP =
      List.of(REDFISH, VSPHERE, PROXMOX_BY_TOKEN, PROXMOX_BY_PASSWORD);

  private final String refusal;

  Party(String refusal) {
    this.refusal = refusal;
  }

  /// How it is told that it lets nobody in.
  String refusal() {
    return refusal;
  }
}
