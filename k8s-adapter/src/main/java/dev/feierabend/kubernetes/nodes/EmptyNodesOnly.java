package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.ForwardedPower;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.client.Asking;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/// Looks again before a machine that is a node is switched off: what the watch showed may be old by
/// then, and the controller behind this knows no pods.
public final class EmptyNodesOnly implements ForwardedPower {
  private final KubernetesClient client;
  private final NodeNames names;
  private final PowerController controller;

  /// @param controller what really switches, of whatever kind
  public EmptyNodesOnly(KubernetesClient client, NodeNames names, PowerController controller) {
    this.client = client;
    this.names = names;
    this.controller = controller;
  }

  @Override
  public PowerController behind() {
    return controller;
  }

  /// A machine that is no node of the cluster has no pods to lose, one that is off has lost them. A
  /// pod that was given to the node as it was cordoned is evicted before it is tried again.
  @Override
  public Answer softOff(MachineId machine) {
    if (controller.state(machine) == Power.OFF) {
      return Answer.DONE;
    }
    return names
        .of(machine)
        .map(name -> Asking.of("power off of node " + name, () -> offWhereEmpty(name, machine)))
        .orElseGet(() -> controller.softOff(machine));
  }

  private Answer offWhereEmpty(String name, MachineId machine) {
    var node = Optional.ofNullable(client.nodes().withName(name).get());
    if (node.isPresent() && node.filter(Cordon::cordoned).isEmpty()) {
      return new Answer.Refused(
          "Expected node %s to be cordoned before it is switched off, but it takes work"
              .formatted(name));
    }
    List<String> left =
        new NodePods(client).on(name).stream().filter(Eviction::holds).map(NodePods::name).toList();
    return left.isEmpty()
        ? controller.softOff(machine)
        : new Answer.NotYet(
            "Expected node %s to be empty before it is switched off, but found %s"
                .formatted(name, String.join(", ", left)));
  }
}
