package dev.feierabend.kubernetes.fleet;

import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which node each of the fleet's hosts is: the one that the fleet's document names, else the one
/// that reports the host's system UUID, or that its cloud's controller knows by it (old virtual
/// hardware reports another), else the one of the host's name.
public record Members(SortedMap<MachineId, Node> nodes) {
  private static final String VSPHERE = "vsphere://";

  public Members {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
  }

  public static Members of(List<Host> hosts, List<Node> nodes) {
    var byName = new TreeMap<String, Node>();
    var byUuid = new TreeMap<String, Node>(String.CASE_INSENSITIVE_ORDER);
    for (Node node : nodes) {
      byName.put(node.getMetadata().getName(), node);
      uuid(node).ifPresent(uuid -> byUuid.put(uuid, node));
    }
    for (Node node : nodes) {
      guest(node).ifPresent(uuid -> byUuid.putIfAbsent(uuid, node));
    }
    var members = new TreeMap<MachineId, Node>();
    for (Host host : hosts) {
      node(host, byName, byUuid).ifPresent(node -> members.put(host.id(), node));
    }
    return new Members(members);
  }

  Optional<Node> node(MachineId host) {
    return Optional.ofNullable(nodes.get(host));
  }

  /// Hosts by their nodes' names.
  public Map<String, MachineId> hosts() {
    var hosts = new TreeMap<String, MachineId>();
    nodes.forEach((host, node) -> hosts.putIfAbsent(node.getMetadata().getName(), host));
    return hosts;
  }

  private static Optional<Node> node(
      Host host, Map<String, Node> byName, Map<String, Node> byUuid) {
    return host.node().isPresent()
        ? host.node().map(byName::get)
        : Stream.of(
                Optional.ofNullable(byUuid.get(host.id().toString())),
                Optional.ofNullable(byName.get(host.name())))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private static Optional<String> guest(Node node) {
    return Optional.ofNullable(node.getSpec())
        .map(NodeSpec::getProviderID)
        .filter(id -> id.startsWith(VSPHERE))
        .map(id -> id.substring(VSPHERE.length()));
  }

  private static Optional<String> uuid(Node node) {
    return Optional.ofNullable(node.getStatus())
        .map(NodeStatus::getNodeInfo)
        .map(NodeSystemInfo::getSystemUUID);
  }
}
