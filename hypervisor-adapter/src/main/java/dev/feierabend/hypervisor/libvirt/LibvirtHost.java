package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.util.Set;

/// A host, and how libvirt reaches it, as `qemu+tls://kvm1.example/system`. It lets in by
/// certificates or keys, so that there is no password here to lose.
///
/// @param id its system's UUID, which libvirt tells of some hosts only
public record LibvirtHost(MachineId id, String name, URI uri) {
  private static final Set<String> IN_CLEAR = Set.of("tcp", "ext");

  public LibvirtHost {
    if (uri.getScheme() == null) {
      throw new IllegalArgumentException(
          "Expected an address like qemu+tls://kvm1.example/system for " + name);
    }
    String user = uri.getUserInfo();
    if (user != null && user.contains(":")) {
      throw new IllegalArgumentException("Expected an address without a password for " + name);
    }
    String[] parts = uri.getScheme().split("\\+", 2);
    if (parts.length == 2 && IN_CLEAR.contains(parts[1])) {
      throw new IllegalArgumentException(
          "Expected a way that is encrypted, as qemu+tls, for %s but found %s"
              .formatted(name, uri.getScheme()));
    }
  }
}
