package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.hypervisor.login.Discreet;
import java.net.InetAddress;
import java.net.URI;

/// A vCenter, or a single ESXi: its name here, and its address, as `https://vcenter.example`.
/// Passwords travel over TLS, or not beyond this machine.
public record VsphereServer(String name, URI address) {
  public VsphereServer {
    Discreet.expectNobodyIn(address);
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "Expected a vCenter's address like https://vcenter.example but found " + address);
    }
    if (address.getScheme().equals("http") && !loopback(address.getHost())) {
      throw new IllegalArgumentException(
          "Expected https for a vCenter, which takes a password, but found " + address);
    }
  }

  URI sdk() {
    return address.resolve("/sdk");
  }

  private static boolean loopback(String host) {
    return host.equals("localhost")
        || (host.matches("[0-9.]+|\\[.*]") && InetAddress.ofLiteral(host).isLoopbackAddress());
  }
}
