package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Energy;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.policies.fleet.Electricity;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
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
  static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  /// `switched` is what the host's controller says; a host without one is on where its node is
  /// ready, and nobody can switch it off.
  FleetPort.Host at(Instant seen, Power switched) {
    boolean uncontrolled = host.control().isEmpty();
    Electricity watts = host.electricity();
    return new FleetPort.Host(
        host.id(),
        host.name(),
        host.pool(),
        capacity(),
        new Energy(watts.curve(), watts.standbyWatts(), watts.boot(), watts.bootWatts()),
        uncontrolled && ready() ? Power.ON : switched,
        ready(),
        cordoned(),
        host.untouchable() || uncontrolled || controlPlane(),
        occupied(),
        seen);
  }

  boolean ready() {
    return node.map(Node::getStatus).map(NodeStatus::getConditions).orElse(List.of()).stream()
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  private boolean cordoned() {
    return node.map(Node::getSpec)
        .map(NodeSpec::getUnschedulable)
        .filter(Boolean.TRUE::equals)
        .isPresent();
  }

  private boolean controlPlane() {
    return node.filter(it -> Labels.of(it).containsKey(CONTROL_PLANE)).isPresent();
  }

  /// A pod that was asked to go holds its node until it has gone; on a node that isn't there, it
  /// can't go and holds nothing.
  private boolean occupied() {
    boolean there = ready();
    return pods.stream()
        .filter(Eviction::holds)
        .anyMatch(pod -> there || pod.getMetadata().getDeletionTimestamp() == null);
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
