package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Reason.Protection;
import dev.feierabend.kubernetes.nodes.Cordon;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One host of the fleet as its node shows it. A host without a node takes no work, and is seen all
/// the same.
///
/// @param pods what is bound to the node
record HostView(Host host, Optional<Node> node, List<Pod> pods) {

  /// `switched` is what the host's controller says; a host without one that tells is on where its
  /// node is ready, and nobody can switch it off.
  FleetPort.Host at(Instant seen, Power switched, Optional<Protection> protection) {
    boolean uncontrolled = host.control().filter(it -> !it.wakesOnly()).isEmpty();
    return new FleetPort.Host(
        host.id(),
        host.name(),
        host.pool(),
        capacity(),
        Energy.of(host.electricity()),
        uncontrolled && ready() ? Power.ON : switched,
        ready(),
        cordoned(),
        protection,
        occupied(switched),
        seen);
  }

  Optional<Protection> protection(NodeProtection protection) {
    return protection.of(host, node, pods);
  }

  boolean ready() {
    return node.map(Node::getStatus).map(NodeStatus::getConditions).orElse(List.of()).stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private boolean cordoned() {
    return node.filter(Cordon::closed).isPresent();
  }

  /// A pod that was asked to go holds its node until it has gone. It counts as gone with the
  /// machine, but only where the controller says that this is off: on a node that merely doesn't
  /// answer it may still run.
  private boolean occupied(Power switched) {
    boolean gone = switched == Power.OFF && !ready();
    return pods.stream()
        .filter(Eviction::holds)
        .anyMatch(pod -> !gone || pod.getMetadata().getDeletionTimestamp() == null);
  }

  /// What the document says, or the node's allocatable share of it where that is less.
  private Resources capacity() {
    Resources written = host.capacity();
    return node.map(Node::getStatus)
        .map(NodeStatus::getAllocatable)
        .filter(it -> it.containsKey("cpu") && it.containsKey("memory"))
        .map(Needs::read)
        .map(free ->
            new Resources(
                Math.min(written.cores(), free.cores()),
                Math.min(written.memoryMiB(), free.memoryMiB())))
        .orElse(written);
  }
}
