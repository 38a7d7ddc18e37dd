package dev.feierabend.policies.fleet;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// What switches power, or manages hosts and guests. `credentials` names a file or a variable that
/// holds the secret; the secret itself never stands in a document.
///
/// @param kind `sandbox`, `redfish`, `ipmi`, `wake-on-lan` or `node-annotation`; of hypervisors
///   `vsphere`, `proxmox` or `libvirt`
/// @param url for `proxmox` and `libvirt` it may be one for each host: `*` stands for its name
/// @param broadcast where magic packets are sent, an address and maybe a port
public record Controller(
    String name,
    String kind,
    Optional<URI> url,
    Optional<String> credentials,
    Optional<String> broadcast) {
  public static final String REDFISH = "redfish";
  public static final String IPMI = "ipmi";
  public static final String WAKE_ON_LAN = "wake-on-lan";
  public static final String VSPHERE = "vsphere";
  public static final String PROXMOX = "proxmox";
  public static final String LIBVIRT = "libvirt";

  private static final Set<String> HYPERVISORS = Set.of(VSPHERE, PROXMOX, LIBVIRT);

  /// Whether a controller of this kind shows hosts and guests, and moves these.
  public static boolean isHypervisor(String kind) {
    return HYPERVISORS.contains(kind);
  }

  public boolean isHypervisor() {
    return isHypervisor(kind);
  }

  /// Where it is reached for a host of this name.
  public Optional<URI> urlFor(String host) {
    return url.map(it -> URI.create(it.toString().replace("*", host)));
  }
}
