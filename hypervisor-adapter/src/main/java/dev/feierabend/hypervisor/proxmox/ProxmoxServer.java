package dev.feierabend.hypervisor.proxmox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.hypervisor.login.Discreet;
import dev.feierabend.policies.terms.MachineId;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A Proxmox VE cluster, or a single node: its name here, and the addresses of several of its
/// nodes, as `https://pve1.example:8006`, for each of them tells about all, and any may sleep.
/// Passwords travel over TLS, or not beyond this machine.
///
/// @param nodes the nodes' system UUIDs by their names in the cluster, which Proxmox VE itself
///   doesn't tell; whoever isn't named has one made of the cluster's and its own name
public record ProxmoxServer(String name, List<URI> addresses, Map<String, MachineId> nodes) {
  public ProxmoxServer {
    addresses = List.copyOf(addresses);
    nodes = Map.copyOf(nodes);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("Expected an address of a node of " + name);
    }
    addresses.forEach(ProxmoxServer::check);
  }

  private static void check(URI address) {
    Discreet.expectNobodyIn(address);
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "Expected a node's address like https://pve1.example:8006 but found " + address);
    }
    if (address.getScheme().equals("http") && !loopback(address.getHost())) {
      throw new IllegalArgumentException(
          "Expected https for a node, which takes a password, but found " + address);
    }
  }

  private static boolean loopback(String host) {
    return host.equals("localhost")
        || (host.matches("[0-9.]+|\\[.*]") && InetAddress.ofLiteral(host).isLoopbackAddress());
  }

  MachineId node(String node) {
    MachineId named = nodes.get(node);
    return named != null ? named : made("node/" + node);
  }

  /// For what has no UUID of its own, as containers have none: the same as long as the cluster's
  /// name here and its number there are.
  MachineId made(String what) {
    String text = "proxmox/%s/%s".formatted(name, what);
    return new MachineId(UUID.nameUUIDFromBytes(text.getBytes(UTF_8)));
  }
}
